import { invalidArgument } from '../http/connectError';

/**
 * The fields of a multipart form, by name; of fields with the same name the first one stays (RFC 7578).
 *
 * @throws ConnectError for what is no such form
 */
export async function readMultipart(
  body: Uint8Array<ArrayBuffer>,
  contentType: string
): Promise<Map<string, Uint8Array>> {
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidArgument(`failed to parse pprof /ingest multipart form: ${reason}`, { cause: error });
  }
  const fields = new Map<string, Uint8Array>();
  for (const [name, value] of form) {
    if (!fields.has(name)) {
      const bytes = typeof value === 'string' ? Buffer.from(value) : new Uint8Array(await value.arrayBuffer());
      fields.set(name, bytes);
    }
  }
  return fields;
}
