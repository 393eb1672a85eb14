/** Text as a YAML value that reads back as the same text, in braces too. */
export function yamlText(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(text) || /^https?:\/\/[\w./-]+$/.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

/** A value without quotes as far as it goes on its line, without the comment and the blanks behind it. */
export function plainValue(line: string, isInBrackets: boolean): string {
  const end = isInBrackets ? /\s*(?:[,}\]]|\s#|$)/ : /\s*(?:\s#.*)?$/;
  return line.slice(0, end.exec(line)?.index ?? line.length);
}
