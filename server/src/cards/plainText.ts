/** Text as a YAML value that reads back as the same text, in braces too. */
export function yamlText(text: string): string {
  const isPlain = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/.test(text) || /^https?:\/\/[\w./-]+$/.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}
