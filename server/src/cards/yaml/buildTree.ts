import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
} from "yaml";
import { ownText } from "../../text/ownText.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import { commaNumberAt, reportCommaNumber } from "../mistakes/commaNumbers.ts";
import { type KeyContext, type KeyReading, readEntry } from "../mistakes/mapKeys.ts";
import { SyntaxErrors, type UnclosedCharacter } from "../mistakes/syntaxErrors.ts";
import { scoreKeysBelow } from "../mistakes/unindentedScores.ts";
import type { MapEntry, MapNode, ScalarNode, TreeNode, Unindented } from "./cardTree.ts";

/** Values that aliases may add to a card. A stream of hand-written cards needs a few. */
const largestAliasedCount = 10_000;

/** A card's tree, with what building it found out about the text. */
export interface CardTree {
  readonly root: TreeNode;
  /** Syntax errors that cost more than their own line. */
  readonly errors: SyntaxErrors;
  readonly unclosed: readonly UnclosedCharacter[];
  /** Aliases add more than can be read; the tree is not complete. */
  readonly isTooLarge: boolean;
}

/**
 * Turns a syntax tree into the values a person meant: aliases and merge keys resolved, keys checked
 * for duplicates in linear time, and the mistakes found that YAML reads as something else.
 * @param text the text the document was read from
 */
export function buildTree(document: Document.Parsed, text: string, report: Report): CardTree {
  const builder = new TreeBuilder(text, new SyntaxErrors(document.errors), report);
  const root = builder.buildCard(document.contents);
  return { root, errors: builder.errors, unclosed: builder.unclosed, isTooLarge: builder.isTooLarge };
}

interface Anchored {
  readonly node: TreeNode;
  readonly size: number;
}

class TreeBuilder {
  readonly errors: SyntaxErrors;
  readonly unclosed: UnclosedCharacter[] = [];
  isTooLarge = false;
  readonly #text: string;
  readonly #report: Report;
  /** Maps that hold the key `name` twice. */
  readonly #withSecondName = new WeakSet<ReadonlyMap<string, MapEntry>>();
  readonly #anchors = new Map<string, Anchored>();
  /** What the card gives as its scores. */
  #benchmarks: unknown;
  /** Values built so far; those behind an alias count every time. */
  #size = 0;
  #aliasedSize = 0;

  constructor(text: string, errors: SyntaxErrors, report: Report) {
    this.#text = text;
    this.errors = errors;
    this.#report = report;
  }

  buildCard(contents: unknown): TreeNode {
    this.#benchmarks = isMap(contents) ? contents.get("benchmarks", true) : undefined;
    return this.build(contents);
  }

  build(node: unknown): TreeNode {
    const sizeBefore = this.#size;
    this.#size += 1;
    const built = this.#buildNode(node);
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.#anchors.set(anchor, { node: built, size: this.#size - sizeBefore });
    }
    return built;
  }

  #buildNode(node: unknown): TreeNode {
    const range = rangeOf(node);
    if (isAlias(node)) return this.#resolve(node.source, range);
    if (isScalar(node)) {
      this.#noteOpenQuote(range);
      return scalarNode(node.value, node.source, this.#withoutLastBreaks(range));
    }
    if (isMap(node)) {
      if (node.flow) this.#noteOpenBracket(range, "{", "}");
      return this.#buildMap(node, range);
    }
    if (isSeq(node)) {
      if (node.flow) this.#noteOpenBracket(range, "[", "]");
      const items = node.items.map((item) => this.build(item));
      return { kind: "list", items, range };
    }
    return { kind: "unreadable", range };
  }

  #resolve(name: string, range: SourceRange): TreeNode {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      // No anchor is named so: it is text between asterisks, as `*bold*`.
      const isMarkup = name.includes("*");
      this.#report({ kind: "alias-unknown", anchor: ownText(name), isMarkup }, range);
      return { kind: "unreadable", range };
    }
    this.#size += anchored.size;
    this.#aliasedSize += anchored.size;
    if (this.#aliasedSize > largestAliasedCount) {
      this.isTooLarge = true;
      return { kind: "unreadable", range };
    }
    // A repeated word is judged where it is used; a repeated map where its parts are written.
    return anchored.node.kind === "scalar" ? { ...anchored.node, range } : anchored.node;
  }

  #buildMap(map: YAMLMap, range: SourceRange): MapNode {
    const entries = new Map<string, MapEntry>();
    const merged: MapEntry[] = [];
    const isFlow = map.flow === true;
    const unindented: Unindented[] = [];
    const context = { text: this.#text, errors: this.errors, report: this.#report, isFlow };
    let items: readonly unknown[] = map.items;
    for (let position = 0; position < items.length; position += 1) {
      const pair = items[position];
      if (!isPair(pair)) continue;
      const { keys, following } = readEntry(pair, context);
      const below = map === this.#benchmarks && !isFlow ? scoreKeysBelow(items, position) : [];
      const comma = isFlow ? commaNumberAt(items, position) : undefined;
      const [holder] = keys;
      if (holder !== undefined && below.length > 0) {
        const found = this.#readBelow(pair, holder, below, context);
        if (found.unindented !== undefined) unindented.push(found.unindented);
        this.#addEntry(entries, holder, found.value);
        position += below.length;
        if (found.following.length > 0) {
          items = [...found.following, ...items.slice(position + 1)];
          position = -1;
        }
        continue;
      }
      for (const key of keys) {
        if (comma !== undefined) {
          reportCommaNumber(comma, this.#report);
          this.#addEntry(entries, key, { kind: "unreadable", range: comma.range });
        } else if (key.key === "<<") merged.push(...this.#mergedEntries(this.#buildValue(pair, key)));
        else this.#addEntry(entries, key, this.#buildValue(pair, key));
      }
      position += comma?.extraEntries ?? 0;
      if (following.length > 0) {
        items = [...following, ...items.slice(position + 1)];
        position = -1;
      }
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return { kind: "map", entries, range, isFlow, ...(unindented.length > 0 && { unindented }) };
  }

  /** A benchmark and the keys of its score that start where it does; only what stands further in is read. */
  #readBelow(pair: Pair, holder: KeyReading, below: readonly Pair[], context: KeyContext) {
    const held = isMap(pair.value) ? this.build(pair.value) : undefined;
    const following: Pair[] = [];
    const entries = below.flatMap((one) => {
      const read = readEntry(one, context);
      following.push(...read.following);
      return read.keys.map((key): MapEntry => ({ ...key, value: this.#buildValue(one, key) }));
    });
    const value: TreeNode = held ?? { kind: "unreadable", range: holder.keyRange };
    const [first] = entries;
    const last = entries.at(-1);
    const unindented: Unindented | undefined =
      first && last
        ? {
            holder: { key: ownText(holder.key), keyRange: holder.keyRange, value },
            first,
            last,
            entries,
            held: held?.kind === "map" ? held : undefined,
          }
        : undefined;
    return { value, following, unindented };
  }

  #buildValue(pair: Pair, key: KeyReading): TreeNode {
    if (!key.isValueReadable) {
      this.#size += 1;
      return { kind: "unreadable", range: key.keyRange };
    }
    if (pair.value === null) {
      const end = key.keyRange.end;
      return { kind: "scalar", value: null, text: "", range: { start: end, end } };
    }
    return this.build(pair.value);
  }

  #addEntry(entries: Map<string, MapEntry>, { key, keyRange }: KeyReading, value: TreeNode): void {
    const first = entries.get(key);
    if (first === undefined) {
      const own = ownText(key);
      entries.set(own, { key: own, keyRange, value });
      return;
    }
    // After a second name a second card is meant, and all its keys are duplicates.
    if (key === "name") this.#withSecondName.add(entries);
    const isSecondCard = key !== "name" && this.#withSecondName.has(entries);
    if (!isSecondCard) this.#report({ kind: "duplicate-key", key: first.key }, keyRange);
    entries.set(key, { ...first, value: { kind: "unreadable", range: first.value.range } });
  }

  /** Entries that `<<` copies in: of a map, or of several with the first one winning. */
  #mergedEntries(value: TreeNode): MapEntry[] {
    const sources = value.kind === "list" ? value.items : [value];
    return sources.flatMap((source) => {
      if (source.kind === "map") return [...source.entries.values()];
      if (source.kind !== "unreadable") {
        this.#report({ kind: "wrong-type", problem: "merged-no-map" }, source.range);
      }
      return [];
    });
  }

  /** A block scalar (`|`) reaches over the line breaks behind it; what is written in its place must not. */
  #withoutLastBreaks({ start, end }: SourceRange): SourceRange {
    if (!/[|>]/.test(this.#text.charAt(start))) return { start, end };
    return { start, end: start + this.#text.slice(start, end).trimEnd().length };
  }

  #noteOpenQuote(range: SourceRange): void {
    const quote = this.#text.charAt(range.start);
    if (quote !== '"' && quote !== "'") return;
    const isClosed = range.end - range.start > 1 && this.#text.charAt(range.end - 1) === quote;
    if (!isClosed) this.unclosed.push({ character: quote, range });
  }

  #noteOpenBracket(range: SourceRange, opening: string, closing: string): void {
    const isOpened = this.#text.charAt(range.start) === opening;
    if (isOpened && this.#text.charAt(range.end - 1) !== closing)
      this.unclosed.push({ character: opening, range });
  }
}

function rangeOf(node: unknown): SourceRange {
  const { range } = (node ?? {}) as { range?: readonly [number, number, number] | null };
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** @param source the characters as written, without quotes; `undefined` when the value is all there is */
export function scalarNode(value: unknown, source: string | undefined, range: SourceRange): ScalarNode {
  const isPlain =
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  const text = ownText(source ?? String(value));
  if (value === source || !isPlain) return { kind: "scalar", value: text, text, range };
  return { kind: "scalar", value: typeof value === "string" ? ownText(value) : value, text, range };
}
