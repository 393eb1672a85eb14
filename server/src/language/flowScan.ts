/** An open bracket before the cursor. */
export interface OpenBracket {
  readonly sign: "{" | "[";
  /** Where it stands in the text scanned. */
  readonly offset: number;
  /** The key of the map around it whose value it opens. */
  readonly key: string | undefined;
  /** Where the entry under the cursor starts. */
  readonly tokenStart: number;
  /** Keys of its entries so far. */
  readonly keys: readonly string[];
}

/** Brackets and comments that are open at the end of a text. */
export interface FlowScan {
  readonly brackets: readonly OpenBracket[];
  readonly isInComment: boolean;
}

interface Bracket {
  sign: "{" | "[";
  offset: number;
  key: string | undefined;
  tokenStart: number;
  keys: string[];
}

/**
 * Finds the brackets that are open at the end of a text. A line that starts at the margin with a key
 * ends all of them: somebody forgot to close them.
 */
export function scanFlow(text: string): FlowScan {
  const brackets: Bracket[] = [];
  let isInComment = false;
  for (let position = 0; position < text.length; position += 1) {
    const sign = text.charAt(position);
    const isAtLineStart = position === 0 || text.charAt(position - 1) === "\n";
    if (isAtLineStart) {
      isInComment = false;
      if (/^[A-Za-z_][\w-]*:(?:\s|$)/.test(text.slice(position, position + 60))) brackets.length = 0;
    }
    if (isInComment) continue;
    const last = brackets.at(-1);
    const before = text.charAt(position - 1);
    if (sign === "#" && (isAtLineStart || /\s/.test(before))) isInComment = true;
    else if ((sign === '"' || sign === "'") && /[\s:,[{]|^$/.test(before)) {
      const close = text.indexOf(sign, position + 1);
      const lineEnd = text.indexOf("\n", position);
      if (close !== -1 && (lineEnd === -1 || close < lineEnd)) position = close;
    } else if (sign === "{" || sign === "[") {
      // In block text a bracket opens a value only where a value starts.
      if (last === undefined && !/(?:^|[:\-\s])$/.test(before)) continue;
      const key = last && keyOfToken(text.slice(last.tokenStart, position));
      brackets.push({ sign, offset: position, key, tokenStart: position + 1, keys: [] });
    } else if (last !== undefined && (sign === "}" || sign === "]")) brackets.pop();
    else if (last !== undefined && sign === ",") {
      const key = keyOfToken(text.slice(last.tokenStart, position));
      if (key !== undefined) last.keys.push(key);
      last.tokenStart = position + 1;
    }
  }
  // A comment ends with its line.
  return { brackets, isInComment: isInComment && !text.endsWith("\n") };
}

function keyOfToken(token: string): string | undefined {
  return /^\s*["']?([^\s:"'{}[\],]+)["']?\s*:/.exec(token)?.[1];
}
