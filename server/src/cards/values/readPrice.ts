import type { ModelPrice, ReleaseDate } from "../../density/model.ts";
import type { Report } from "../findings/findingReporter.ts";
import { isEmpty, type TreeNode } from "../yaml/cardTree.ts";
import { dateFixes, readReleaseDate } from "./releaseDate.ts";

/**
 * The dated price of a card: one number, or the price of input, in US dollars per million tokens, on
 * the day given with it or else on the release date. The schema has judged the types.
 */
export function readPrice(
  node: TreeNode | undefined,
  releaseDate: ReleaseDate | undefined,
  report: Report,
): ModelPrice | undefined {
  const given = node?.kind === "map" ? node.entries.get("input")?.value : node;
  const dateNode = node?.kind === "map" ? node.entries.get("date")?.value : undefined;
  const date = dateNode === undefined ? releaseDate : readPriceDate(dateNode, report);
  const price = given?.kind === "scalar" && typeof given.value === "number" ? given.value : 0;
  return price > 0 && date !== undefined
    ? { dollarsPerMillionTokens: price, epochDay: date.epochDay }
    : undefined;
}

function readPriceDate(node: TreeNode, report: Report): ReleaseDate | undefined {
  if (node.kind !== "scalar" || isEmpty(node) || typeof node.value !== "string") return undefined;
  const reading = readReleaseDate(node.text);
  if (reading.kind === "date") return reading.date;
  report(reading.subject, node.range, dateFixes(reading.subject, node.range));
  return undefined;
}
