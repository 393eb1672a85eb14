import { modelCardSchema } from "../../generated/shippedData.ts";
import { nearest } from "../../text/suggestions.ts";

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema = modelCardSchema as SchemaNode;

function keysOf(node: SchemaNode | undefined): readonly string[] {
  return Object.keys(node?.properties ?? {});
}

/** Keys of the card format, by the map they stand in. The schema is where they are defined. */
export const knownKeys = {
  card: keysOf(schema),
  parameters: keysOf(schema.properties?.parameters),
  quantization: keysOf(schema.properties?.quantization),
  price: keysOf(schema.properties?.price_per_million_tokens),
  result: keysOf(schema.$defs?.result),
} as const;

/** Keys of other formats, and words that people use. */
const synonyms: Readonly<Record<string, string>> = {
  modelname: "name",
  model: "name",
  title: "name",
  id: "name",
  developer: "organization",
  company: "organization",
  vendor: "organization",
  author: "organization",
  org: "organization",
  date: "release_date",
  released: "release_date",
  release: "release_date",
  published: "release_date",
  createddate: "release_date",
  publicationdate: "release_date",
  type: "kind",
  params: "parameters",
  size: "parameters",
  modelsize: "parameters",
  paramcount: "parameters",
  numparameters: "parameters",
  numparams: "parameters",
  parametercount: "parameters",
  scores: "benchmarks",
  results: "benchmarks",
  evals: "benchmarks",
  evaluation: "benchmarks",
  evaluations: "benchmarks",
  metrics: "benchmarks",
  tokens: "training_tokens",
  trainedtokens: "training_tokens",
  pretrainingtokens: "training_tokens",
  quantisation: "quantization",
  activated: "active",
  activeparameters: "active",
  activeparams: "active",
  totalparameters: "total",
  totalparams: "total",
  vocab: "vocab_size",
  vocabularysize: "vocab_size",
  dmodel: "hidden_size",
  tiewordembeddings: "tied_embeddings",
  tied: "tied_embeddings",
  value: "score",
  numfewshot: "shots",
  nshot: "shots",
  fewshot: "shots",
  chainofthought: "cot",
  framework: "harness",
  url: "source",
  se: "stderr",
  standarderror: "stderr",
};

/** The known key that an unknown one is meant to be. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const plain = key.toLowerCase().replaceAll(/[-_\s]/g, "");
  const same = known.find((candidate) => candidate.replaceAll("_", "") === plain);
  if (same !== undefined) return same;
  const synonym = Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined;
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  return nearest(key, known);
}
