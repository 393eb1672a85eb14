import type { SourceRange } from "../finding.ts";

/** A value of a card with the place it was written at: YAML without its spellings. */
export type TreeNode = ScalarNode | MapNode | ListNode | UnreadableNode;

export interface ScalarNode {
  readonly kind: "scalar";
  /** What YAML makes of it: 74.20 is the number 74.2, "74.20" in quotes is text. */
  readonly value: string | number | boolean | null;
  /** The characters as written, without quotes. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: TreeNode;
}

export interface MapNode {
  readonly kind: "map";
  /** In the order of the text; merged entries (`<<`) stand at the end. */
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly range: SourceRange;
  readonly isFlow: boolean;
  /** Entries that are left out of the others, since they belong to the one above them. */
  readonly unindented?: readonly Unindented[];
}

/** A key, and the entries below it that it was meant to hold. */
export interface Unindented {
  readonly holder: MapEntry;
  /** In the order of the text. */
  readonly first: MapEntry;
  readonly last: MapEntry;
  /** All of them. */
  readonly entries: readonly MapEntry[];
  /** What the key holds already; `undefined` when it is empty. */
  readonly held: MapNode | undefined;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly TreeNode[];
  readonly range: SourceRange;
}

/** A value that has a finding already: readers pass over it in silence. */
export interface UnreadableNode {
  readonly kind: "unreadable";
  readonly range: SourceRange;
}

/** Whether a key is there with nothing behind it. */
export function isEmpty(node: TreeNode): boolean {
  return node.kind === "scalar" && (node.value === null || node.text.trim() === "");
}

/** Plain data for the schema's validator. Empty and unreadable values of maps are left out. */
export function toPlain(node: TreeNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "unreadable":
      return null;
    case "list":
      return node.items.map(toPlain);
    case "map": {
      // Without a prototype `__proto__` is a key like any other.
      const plain: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries.values()) {
        if (value.kind !== "unreadable" && !isEmpty(value)) plain[key] = toPlain(value);
      }
      return plain;
    }
  }
}
