import type { Model } from "../density/model.ts";
import { formatParameters, formatPercent } from "../text/numbers.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** Of known models: 262,144 words at width 640 make 63 % of Gemma 3 270M. */
const largestShare = 0.7;
/** Embeddings are never free: even Llama 3.1 405B spends 1 %. */
const smallestShare = 0.001;
/** From here on the largest vocabularies are a small part. */
const largeModel = 10e9;
const largestShareOfLargeModel = 0.25;

/** Checks that total and non-embedding counts of a card can be counts of one model. */
export const embeddingShare: CardRule = ({ model }) => doubtedShare(model);

/** What is doubtful about the share of embeddings in a model's parameters. */
export function doubtedShare({ parameters }: Pick<Model, "parameters">): readonly RuleFinding[] {
  const { total, nonEmbedding, nonEmbeddingOrigin } = parameters;
  if (total === undefined || nonEmbedding === undefined || nonEmbeddingOrigin !== "given") return [];
  const share = 1 - nonEmbedding / total;
  const largest = total >= largeModel ? largestShareOfLargeModel : largestShare;
  // Equal counts are what people write who have only one of them.
  const isEqual = share === 0;
  if (!isEqual && share >= smallestShare && share <= largest) return [];
  const counts = `${formatParameters(nonEmbedding)} of ${formatParameters(total)}`;
  const message = isEqual
    ? `total and non_embedding are both ${formatParameters(total)}, so the model would have no embeddings. Write the one that is known.`
    : `${counts} are non-embedding, so embeddings are ${formatPercent(share * 100, 1)} of all parameters; ${share > largest ? `above ${formatPercent(largest * 100, 0)} is not plausible for this size` : "less than any model has"}. Check both counts.`;
  return [{ code: "embedding-share", about: "parameters", message }];
}
