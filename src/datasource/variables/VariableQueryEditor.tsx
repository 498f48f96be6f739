export function VariableQueryEditor() {
  return null;
}
