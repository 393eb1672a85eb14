import type { CST } from "yaml";

/**
 * Where an error stands in the tokens of YAML's own parser. One code of an error covers several mistakes,
 * which differ by their place; the words of an error are the library's, and may change with it.
 */
export class SyntaxPlace {
  readonly #offset: number;
  readonly #tokens: readonly CST.Token[];

  constructor(offset: number, tokens: readonly CST.Token[]) {
    this.#offset = offset;
    this.#tokens = tokens;
  }

  /** Something that follows what has ended: a text in quotes, brackets, an alias, all entries of the card. */
  get isAfterValue(): boolean {
    return this.#some((token) => "end" in token && token.end?.some(this.#isHere) === true);
  }

  /** In the lines of a text after `|` or `>`. */
  get isInBlockText(): boolean {
    return this.#some((token) => {
      if (token.type !== "block-scalar") return false;
      const length = token.props.reduce((sum, prop) => sum + ("source" in prop ? prop.source.length : 0), 0);
      const end = token.offset + length + token.source.length;
      return token.offset <= this.#offset && this.#offset < end;
    });
  }

  /** Behind a bracket that no other closes. */
  get isAfterOpenBracket(): boolean {
    return this.#some(
      (token) => token.type === "flow-collection" && token.offset < this.#offset && !isClosed(token),
    );
  }

  /** Between two brackets. */
  get isInBrackets(): boolean {
    return this.#some((token) => {
      if (token.type !== "flow-collection" || token.offset >= this.#offset) return false;
      return !isClosed(token) || this.#offset < (token.end[0]?.offset ?? 0);
    });
  }

  /** Before a line among the items of a list that has no dash. */
  get isBeforeBareItem(): boolean {
    return this.#some(
      (token) =>
        token.type === "block-seq" &&
        token.offset <= this.#offset &&
        token.items.some(
          ({ start, value }) =>
            value !== undefined &&
            value.offset >= this.#offset &&
            !start.some(({ type }) => type === "seq-item-ind"),
        ),
    );
  }

  readonly #isHere = ({ offset }: CST.SourceToken): boolean => offset === this.#offset;

  #some(holds: (token: CST.Token) => boolean): boolean {
    return this.#tokens.some((token) => anyBelow(token, holds));
  }
}

function isClosed({ end }: CST.FlowCollection): boolean {
  return end[0]?.type === "flow-map-end" || end[0]?.type === "flow-seq-end";
}

/** Nested no deeper than cards that are read. */
function anyBelow(token: CST.Token | null | undefined, holds: (token: CST.Token) => boolean): boolean {
  if (token === null || token === undefined) return false;
  if (holds(token)) return true;
  if (token.type === "document") return anyBelow(token.value, holds);
  if (!("items" in token)) return false;
  return token.items.some(({ key, value }) => anyBelow(key, holds) || anyBelow(value, holds));
}
