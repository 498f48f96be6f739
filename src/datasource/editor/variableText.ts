/** Whether the text is one template variable and nothing else: $name, ${name:format} or [[name]]. */
export function isVariable(text: string): boolean {
  return /^(\$\w+|\$\{\w+(?:[.:][^}|\\]*)?\}|\[\[\w+(?::\w+)?\]\])$/.test(text);
}

/** Whether variables may be in the text, so that it cannot be judged before they are replaced. */
export function mayHoldVariable(text: string): boolean {
  return /\$|\[\[/.test(text);
}
