import { lookAlikeIn } from "../../text/lookAlikes.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import type { MapNode, ScalarNode, TreeNode } from "../yaml/cardTree.ts";

/** Keys whose values are free text, in whatever script. */
const freeText = new Set(["notes", "organization", "family", "license", "source", "sources", "harness"]);

/**
 * Finds signs in keys and values that look like others or are not seen: a card that looks right would not be
 * read. Returns the places, of which nothing else need be said.
 */
export function findLookAlikes(card: MapNode, report: Report): readonly SourceRange[] {
  const places: SourceRange[] = [];
  const say = (text: string, range: SourceRange) => {
    const found = lookAlikeIn(text);
    if (found === undefined) return;
    const { sign, meant, plain } = found;
    places.push(range);
    const isQuoted = range.end - range.start !== text.length;
    const newText = isQuoted ? JSON.stringify(plain) : plain;
    const isSafe = isQuoted || /^[\w.%+/-]+(?: [\w.%+/()-]+)*$/.test(plain);
    report(
      { kind: "look-alike", written: text, sign, meant },
      range,
      isSafe ? [{ title: `Write ${newText}`, range, newText }] : [],
    );
  };
  const walk = (node: TreeNode) => {
    if (node.kind === "scalar") sayScalar(node);
    else if (node.kind === "list") node.items.forEach(walk);
    else if (node.kind === "map")
      for (const { key, keyRange, value } of node.entries.values()) {
        say(key, keyRange);
        if (!freeText.has(key)) walk(value);
      }
  };
  const sayScalar = ({ text, range }: ScalarNode) => say(text, range);
  walk(card);
  return places;
}
