import { modelCardSchema } from "../../generated/shippedData.ts";

interface SchemaNode {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema = modelCardSchema as SchemaNode;

/** Keys by the map they stand in: of the card, of `quantization`, of a result. */
const mapsWithText: Readonly<Record<string, SchemaNode | undefined>> = {
  card: schema,
  quantization: schema.properties?.quantization,
  result: schema.$defs?.result,
};

/**
 * Whether a key takes any text: neither one of some words, nor a number, a date or an address with a form.
 * @param map where the key stands; in a map of another name no key does
 */
export function takesFreeText(map: string, key: string): boolean {
  const properties = mapsWithText[map]?.properties;
  if (properties === undefined) return false;
  // What is no key of the format is kept and not read.
  if (!Object.hasOwn(properties, key)) return true;
  const { type, enum: words, pattern = "\\S", $ref } = properties[key] ?? {};
  const mayBeText = [type].flat().includes("string");
  return mayBeText && words === undefined && pattern === "\\S" && $ref === undefined;
}
