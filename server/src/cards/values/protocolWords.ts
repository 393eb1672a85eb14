import { longestNote } from "./longestNote.ts";
/** How a score was measured, as words beside it say. */
export interface WrittenProtocol {
  readonly shots?: number;
  readonly cot?: boolean;
}

const words: Readonly<Record<string, number>> = { zero: 0, one: 1, few: Number.NaN };
/** Measures that are the usual one, and that the reader of a score need not be told. */
const usualMeasure =
  /^(?:acc(?:uracy)?\.?|em|exact[-_ ]?match|pass@1|@1|score|%|percent|avg\.?|average|mean)$/i;

/**
 * Reads words such as `0-shot, CoT` or `Acc.`; `undefined` where a word is none about the way of measuring:
 * what cannot be kept is not dropped.
 */
export function protocolIn(text: string): WrittenProtocol | undefined {
  if (text.length > longestNote) return undefined;
  const rest = text
    .trim()
    .replaceAll("_", " ")
    .replace(/chain[-\s]of[-\s]thoughts?/gi, "CoT")
    .replace(/\b(?:with|w\/)\s+/gi, "");
  let protocol: WrittenProtocol = {};
  const pieces = rest
    .replace(/(no|non|without|w\/o)[-\s]*cot/gi, "noCoT")
    .replace(/(\d+|zero|one)[-\s]?shots?\b/gi, "$1shot")
    .split(/[\s,;/&+]+/)
    .filter((piece) => piece !== "");
  for (const piece of pieces) {
    const shots = /^(\d{1,4}|zero|one)shot$/i.exec(piece)?.[1];
    if (shots !== undefined) {
      const count = words[shots.toLowerCase()] ?? Number(shots);
      if (protocol.shots !== undefined && protocol.shots !== count) return undefined;
      protocol = { ...protocol, shots: count };
    } else if (/^(?:no)?cot$/i.test(piece)) {
      protocol = { ...protocol, cot: /^cot$/i.test(piece) };
    } else if (!usualMeasure.test(piece)) return undefined;
  }
  return protocol;
}

/** Entries of a result in braces: `shots: 0, cot: true`, behind a comma. */
export function protocolEntries({ shots, cot }: WrittenProtocol): string {
  return `${shots === undefined ? "" : `, shots: ${shots}`}${cot === undefined ? "" : `, cot: ${cot}`}`;
}
