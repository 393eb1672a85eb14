import { readReleaseDate } from "../cards/values/releaseDate.ts";
import type { ReleaseDate } from "../density/model.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** A longer text is no address that a person wrote. */
const longestAddress = 200;

/** Scores without a source cannot be checked by anybody. */
export const sourceMissing: CardRule = ({ model, places }) => {
  const [first] = model.scores.keys();
  if (first === undefined || places.sources.length > 0) return [];
  return [{ part: "name", subject: { kind: "source-missing" } }];
};

/** What stands as a source should be an address that opens. */
export const sourceNotUrl: CardRule = ({ places }) =>
  places.sources.flatMap(({ text }, position): RuleFinding[] => {
    if (isAddress(text)) return [];
    const corrected = correctedAddress(text);
    return [
      {
        part: { source: position },
        subject: { kind: "source-not-url", written: text, address: corrected },
        ...(corrected !== undefined && {
          replacements: [{ title: `Write ${corrected}`, newText: corrected }],
        }),
      },
    ];
  });

/** Whether a text is a web address. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(text);
}

/** The date that an address carries: the month of an arXiv number, or a day or month in its path. */
export function dateOfAddress(text: string): ReleaseDate | undefined {
  if (text.length > longestAddress) return undefined;
  const address = correctedAddress(text) ?? text;
  // A later version of a paper may hold scores of later models.
  const arxiv = /^https?:\/\/arxiv\.org\/(?:abs|pdf|html)\/(\d\d)(\d\d)\.\d{4,5}(?:v1)?(?:\.pdf)?$/i.exec(
    address,
  );
  const path = /\/(20[12]\d)([-/])(\d\d)(?:\2(\d\d))?(?=[-/]|$)/.exec(address);
  const parts = arxiv === null ? path && [path[1], path[3], path[4]] : [`20${arxiv[1]}`, arxiv[2]];
  if (parts === null) return undefined;
  const reading = readReleaseDate(parts.filter((part) => part !== undefined).join("-"));
  return reading.kind === "date" ? reading.date : undefined;
}

/** The address that arXiv and DOI numbers, and addresses without a scheme, stand for. */
function correctedAddress(text: string): string | undefined {
  if (text.length > longestAddress) return undefined;
  const arxiv = /^(?:arxiv:?\s*)(\d{4}\.\d{4,5}(?:v\d+)?)$/i.exec(text)?.[1];
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/[^\s"'#,[\]{}]+)$/i.exec(text)?.[1];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  return /^(?:www\.|huggingface\.co\/|github\.com\/|arxiv\.org\/|doi\.org\/)[^\s"'#,[\]{}]+$/i.test(text)
    ? `https://${text}`
    : undefined;
}
