/**
 * Reads a line whose colon is the full-width one of Chinese and Japanese keyboards, which YAML takes for
 * a letter.
 * @returns `undefined` when there is another colon, or none, before it
 */
export function withFullWidthColon(
  line: string,
): { readonly key: string; readonly value: string } | undefined {
  const [, key, value] = /^([^\s:\uFF1A]+)\s*\uFF1A\s*(.*)$/.exec(line) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value: value.trim() };
}
