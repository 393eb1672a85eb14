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
  if (node !== undefined && !isInDollars(node, report)) return undefined;
  const numbers = node?.kind === "map" ? [given, node.entries.get("output")?.value] : [given];
  // Every number is judged, whichever counts.
  const isPlausible = numbers.filter((number) => isPricePlausible(number, report)).length === numbers.length;
  if (!isPlausible) return undefined;
  const price = given?.kind === "scalar" && typeof given.value === "number" ? given.value : 0;
  return price > 0 && date !== undefined
    ? { dollarsPerMillionTokens: price, epochDay: date.epochDay }
    : undefined;
}

/** Dollars a million tokens: a hundred times below the cheapest and ten times above the dearest model. */
const [leastPrice, mostPrice] = [0.0005, 2000];

/** A price that is one of another number of tokens is no price of a million of them. */
function isPricePlausible(node: TreeNode | undefined, report: Report): boolean {
  if (node?.kind !== "scalar" || typeof node.value !== "number" || node.value <= 0) return true;
  const price = node.value;
  if (price >= leastPrice && price <= mostPrice) return true;
  const steps = price < leastPrice ? [6, 3] : [-6, -3];
  const proposals = steps
    .map((exponent) => ({
      exponent,
      newText: String(Number((price * 10 ** exponent).toPrecision(12))),
    }))
    .filter(({ newText }) => Number(newText) >= 0.01 && Number(newText) <= 200);
  const subject = { kind: "price-unit", problem: "amount", written: node.text, proposals } as const;
  report(
    subject,
    node.range,
    proposals.map(({ newText }) => ({
      title: `Write ${newText}`,
      range: node.range,
      newText,
      isGuess: true,
    })),
  );
  return false;
}

function isInDollars(node: TreeNode, report: Report): boolean {
  const currency = node.kind === "map" ? node.entries.get("currency")?.value : undefined;
  if (currency?.kind !== "scalar" || isEmpty(currency)) return true;
  if (/^(?:usd|us\s*\$|\$|us[-\s]?dollars?|dollars?)$/i.test(currency.text.trim())) return true;
  report({ kind: "price-unit", problem: "currency", written: currency.text }, currency.range);
  return false;
}

function readPriceDate(node: TreeNode, report: Report): ReleaseDate | undefined {
  if (node.kind !== "scalar" || isEmpty(node) || typeof node.value !== "string") return undefined;
  const reading = readReleaseDate(node.text);
  if (reading.kind === "date") return reading.date;
  report(reading.subject, node.range, dateFixes(reading.subject, node.range));
  return undefined;
}
