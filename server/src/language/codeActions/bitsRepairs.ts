import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { namedBits } from "../../cards/values/namedBits.ts";
import { isEmpty, type MapNode, type ScalarNode } from "../../cards/yaml/cardTree.ts";
import { yamlText } from "../../cards/yaml/plainText.ts";
import { beforeFirstEntry, type Repair, valueWithSibling } from "./repair.ts";

/** Bits per weight, where what is written in their place, the method or the model's name names them. */
export function bitsRepairs(text: string, card: Card): Repair[] {
  const value = card.tree?.entries.get("quantization")?.value;
  if (value?.kind === "scalar") return mapOfWord(card, value);
  if (value?.kind !== "map") return [];
  const bits = value.entries.get("bits")?.value;
  if (bits === undefined) return bitsOfMethod(text, card, value);
  return bits.kind === "scalar" && !isEmpty(bits) ? numberOfWord(text, card, value, bits) : [];
}

/** `quantization: int4` as a map, with the word as the method where it says more than a number. */
function mapOfWord(card: Card, node: ScalarNode): Repair[] {
  const bits = bitsIn(node);
  if (bits === undefined) return [];
  const method = methodIn(node);
  const newText = `{ bits: ${bits}${method === undefined ? "" : `, method: ${method}`} }`;
  return [{ title: `Write ${newText}`, newText, ...inFile(card, node.range) }];
}

/** `bits: q4_k_m` as the number, with the word as the method where the card gives none. */
function numberOfWord(text: string, card: Card, map: MapNode, node: ScalarNode): Repair[] {
  const bits = bitsIn(node);
  const entry = map.entries.get("bits");
  if (bits === undefined || entry === undefined) return [];
  const method = map.entries.has("method") ? undefined : methodIn(node);
  const sibling = method && `method: ${method}`;
  const edit = valueWithSibling(text, card, map, entry, String(bits), sibling);
  const title = sibling === undefined ? `Write ${bits}` : `Write ${bits} and ${sibling}`;
  return edit === undefined ? [] : [{ title, ...edit }];
}

function bitsOfMethod(text: string, card: Card, map: MapNode): Repair[] {
  const method = map.entries.get("method")?.value;
  const ofMethod = method?.kind === "scalar" ? namedBits(method.text) : undefined;
  const bits = ofMethod ?? namedBits(card.name ?? "");
  if (bits === undefined) return [];
  const insertion = beforeFirstEntry(text, card, map, `bits: ${bits}`);
  const origin = ofMethod === undefined ? "name" : "method";
  return insertion === undefined ? [] : [{ title: `Add bits: ${bits}, as the ${origin} says`, ...insertion }];
}

/** Where only bits can be meant, a number alone is enough. */
const bareNumber = /^\d+(?:\.\d+)?$/;

function bitsIn({ text }: ScalarNode): number | undefined {
  const written = text.trim();
  if (!bareNumber.test(written)) return namedBits(written);
  const bits = Number(written);
  return bits > 0 && bits <= 32 ? bits : undefined;
}

/** The word itself, unless it says nothing but a number of bits. */
function methodIn({ text }: ScalarNode): string | undefined {
  const written = text.trim();
  const isOnlyNumber = bareNumber.test(written) || /^[\d.]+[-_ ]?(?:bits?|bpw)$/i.test(written);
  return isOnlyNumber ? undefined : yamlText(written);
}

function inFile(card: Card, { start, end }: SourceRange): SourceRange {
  return { start: card.range.start + start, end: card.range.start + end };
}
