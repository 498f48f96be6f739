import Ajv, { type AnySchema } from 'ajv';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** Throws with every violation, each with its place in `value`. */
export function assertValid(schema: AnySchema, value: unknown): void {
  const validate = ajv.compile(schema);
  if (!validate(value)) {
    throw new Error(`${ajv.errorsText(validate.errors, { separator: '\n' })}\nin ${JSON.stringify(value, null, 2)}`);
  }
}
