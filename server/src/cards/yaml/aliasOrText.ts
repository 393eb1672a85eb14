/** Whether what YAML reads as an alias looks like text between asterisks, as `*bold*`: no anchor is named so. */
export function isMarkup(alias: string): boolean {
  return alias.lastIndexOf("*") > 0;
}
