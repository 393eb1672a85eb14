import type { Model } from "../density/model.ts";
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
  return [{ part: "parameters", subject: { kind: "embedding-share", total, nonEmbedding, largest } }];
}
