import { modelCardSchema } from "../../generated/shippedData.ts";

interface SchemaNode {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema = modelCardSchema as SchemaNode;

/** Types of the keys that stand in maps below the card's own; no two of those maps share a key of two types. */
const typesByKey: ReadonlyMap<string, unknown> = new Map(
  [
    schema,
    schema.properties?.parameters,
    schema.properties?.price_per_million_tokens,
    schema.$defs?.result,
  ].flatMap((node) => Object.entries(node?.properties ?? {}).map(([key, { type }]) => [key, type] as const)),
);

/**
 * What a text in the place of a number, or of true or false, is meant to be.
 * @param key the last key of its place, such as `shots`
 */
export function meantValue(key: string, text: string): string | undefined {
  const written = text.trim();
  switch (typesByKey.get(key)) {
    case "boolean":
      return meantTruth(written);
    case "integer":
      return key === "shots" ? (meantShots(written) ?? meantInteger(written)) : meantInteger(written);
    case "number":
      return /^\$?\s*(\d+(?:\.\d+)?)$/.exec(written)?.[1];
    default:
      return undefined;
  }
}

function meantTruth(text: string): string | undefined {
  if (/^(?:true|yes|y|on)$/i.test(text)) return "true";
  return /^(?:false|no|n|off|none)$/i.test(text) ? "false" : undefined;
}

function meantInteger(text: string): string | undefined {
  if (/^\d{1,15}$/.test(text)) return String(Number(text));
  return /^\d{1,3}(?:[,_ ]\d{3}){1,4}$/.test(text) ? text.replaceAll(/[,_ ]/g, "") : undefined;
}

/** `5-shot`, `5 shots`, `zero-shot`. */
function meantShots(text: string): string | undefined {
  const [, written = ""] = /^(\d{1,4}|zero|one)[-\s]?shots?$/i.exec(text) ?? [];
  const words: Readonly<Record<string, string>> = { zero: "0", one: "1" };
  return words[written.toLowerCase()] ?? (written === "" ? undefined : String(Number(written)));
}
