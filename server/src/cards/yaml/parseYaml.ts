import { Composer, type CST, type Document, Lexer, Parser, Schema } from "yaml";

/** Levels of lists and maps. The deepest card needs four. */
const largestDepth = 100;
/** UTF-16 units. A typical card has about a thousand. */
const largestLength = 256 * 1024;
/** Lexical tokens. Some loops of the parser are quadratic in them; a typical card has about 300. */
const largestTokenCount = 30_000;
/** Misplaced tokens and directives after which a text is no attempt at a card. */
const largestStrayCount = 100;

/** One YAML document, or the reason why a text is not read to its end. */
export type YamlReading =
  | {
      readonly kind: "document";
      readonly document: Document.Parsed;
      /** Where a second document starts after `...`, if there is one. It is not read. */
      readonly secondDocument: number | undefined;
      /** What the document was made of, to tell where an error stands. */
      readonly tokens: readonly CST.Token[];
    }
  | { readonly kind: "empty" }
  | { readonly kind: "too-deep"; readonly offset: number }
  | { readonly kind: "too-large"; readonly limit: "length" | "tokens" };

/**
 * YAML 1.2 whatever a directive says, so that one text has one meaning. Without the tags of YAML 1.1
 * the schema is never changed by a document, and all documents can share it.
 */
const schema = new Schema({ schema: "core", resolveKnownTags: false });

/** Keys are compared elsewhere: the library's own check is quadratic. */
const composerOptions = { schema, uniqueKeys: false, prettyErrors: false } as const;

/**
 * Reads the first YAML document of a text, once, within bounds of depth, length and tokens. Never
 * throws; recovers from syntax errors, which stand in `document.errors`.
 *
 * The library's composer is recursive: nested 10,000 deep it does not throw but aborts the process,
 * because a regular expression is compiled on an exhausted stack. Its parser is not recursive, so
 * the depth is known before the composer runs.
 */
export function parseYaml(text: string): YamlReading {
  if (isTooLong(text)) return { kind: "too-large", limit: "length" };
  const parser = new Parser();
  const composer = new Composer(composerOptions);
  let documentCount = 0;
  let strayCount = 0;
  let secondDocument: number | undefined;
  const tokens: CST.Token[] = [];
  const compose = (parsed: ReturnType<Parser["next"]>) => {
    for (const token of parsed) {
      tokens.push(token);
      if (token.type === "document") documentCount += 1;
      if (token.type === "document" && documentCount > 1) secondDocument ??= token.offset;
      if (token.type === "error" || token.type === "directive") strayCount += 1;
      // Without a second document the composer holds the first back until its end.
      if (documentCount <= 1) for (const _ of composer.next(token));
    }
  };
  let tokenCount = 0;
  // The lexer counts the byte-order mark as a column, so that what the first line starts seems indented.
  const withoutMark = text.startsWith("\uFEFF") ? `\n${text.slice(1)}` : text;
  for (const lexeme of new Lexer().lex(withoutMark)) {
    compose(parser.next(lexeme));
    if (parser.stack.length > largestDepth)
      return { kind: "too-deep", offset: parser.stack.at(-1)?.offset ?? 0 };
    tokenCount += 1;
    if (tokenCount > largestTokenCount) return { kind: "too-large", limit: "tokens" };
    if (strayCount > largestStrayCount || documentCount > 1) break;
  }
  compose(parser.end());
  const [document] = composer.end();
  return document === undefined ? { kind: "empty" } : { kind: "document", document, secondDocument, tokens };
}

/** Whether a card has more text than is read. */
export function isTooLong(text: string): boolean {
  return text.length > largestLength;
}

/**
 * Where a text of any length is nested too deeply for the library's recursive composer; `undefined`
 * when it is not.
 */
export function tooDeepAt(text: string): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > largestDepth) return parser.stack.at(-1)?.offset ?? 0;
  }
  return undefined;
}
