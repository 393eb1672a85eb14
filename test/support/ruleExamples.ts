import type { FindingCode } from "../../server/src/cards/finding.ts";
import type { SeverityChoices } from "../../server/src/rules/severities.ts";

/** One rule with a card it speaks about and the same card put right. `⟦⟧` marks where it speaks. */
export interface RuleExample {
  readonly code: FindingCode;
  /** Why, for the page of rules. */
  readonly reason: string;
  readonly bad: string;
  readonly good: string;
  /** Odd cases that must be said as well. */
  readonly odd?: readonly string[];
  /** Odd cases that must stay silent. */
  readonly silent?: readonly string[];
  /** Other files of the collection. */
  readonly others?: Readonly<Record<string, string>>;
  /** What the collection's settings say about findings. */
  readonly severities?: SeverityChoices;
  /** The file they stand in, when it is no card. */
  readonly path?: string;
  /** The texts shortened for the page, when they are too long for one. */
  readonly shown?: string;
  readonly shownGood?: string;
  /** Codes that are said of the bad text as well, when there is no way without. */
  readonly beside?: readonly FindingCode[];
}

function card(lines: string, name = "Tern-3B"): string {
  return `name: ${name}\nrelease_date: 2024-09-19\n${lines}`;
}

const source = "sources: https://arxiv.org/abs/2412.15115\n";
const parent = {
  "parent.modelcard.yaml": card(
    "kind: base\nparameters: { non_embedding: 15B }\nbenchmarks: { average: 60 }\n",
    "Tern-15B",
  ),
};

/** A collection whose density doubles twice a year: one card a quarter. */
const doubling = Object.fromEntries(
  [25, 27.5, 31, 33.2, 37.9, 40.5, 44, 47.5].map((average, position) => {
    const month = String((position % 4) * 3 + 1).padStart(2, "0");
    const date = `${2023 + Math.floor(position / 4)}-${month}-10`;
    const text = `name: Gull-${position}\nrelease_date: ${date}\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { average: ${average} }\n${source}`;
    return [`gull-${position}.modelcard.yaml`, text];
  }),
);

/** Rules that doubt a card that reads well. */
export const ruleExamples: readonly RuleExample[] = [
  {
    code: "name-size",
    reason:
      "The size in the name is compared with the nearest of total, non-embedding and active count; 15 % are left for rounding, and a total that stands alone may hold embeddings that the name leaves out. 35B-A3B is total and active, 17B-16E active parameters and experts, and 8x22B experts that share layers, so the total lies below the product.",
    bad: card("kind: base\n⟦parameters⟧: { non_embedding: 4.2B }\n"),
    good: card("kind: base\nparameters: { non_embedding: 3.2B }\n"),
    odd: [
      card("kind: base\n⟦parameters⟧: { total: 17B, active: 17B }\n", "Llama-4-Scout-17B-16E"),
      card("kind: base\n⟦parameters⟧: { non_embedding: 16.1B }\n", "Llama-4-Scout-17B-16E"),
      card("kind: base\n⟦parameters⟧: { total: 109B, active: 27B }\n", "Llama-4-Scout-17B-16E"),
      card("kind: base\n⟦parameters⟧: { total: 272B, active: 17B }\n", "Llama-4-Scout-17B-16E"),
      card("kind: base\n⟦parameters⟧: { total: 1.3B, active: 0.5B }\n", "OLMoE-1B-7B"),
      card("kind: base\n⟦parameters⟧: { total: 3.2B }\n", "internlm2-1_8b"),
      card("kind: base\n⟦parameters⟧: { total: 35B, active: 8B }\n", "Qwen3.5-35B-A3B"),
      card("kind: base\n⟦parameters⟧: { total: 22B, active: 13B }\n", "Mixtral-8x22B-v0.1"),
    ],
    silent: [
      card("kind: base\nparameters: { total: 141B, active: 39B }\n", "Mixtral-8x22B-v0.1"),
      card("kind: base\nparameters: { total: 35B, active: 3B }\n", "Qwen3.5-35B-A3B"),
      card("kind: base\nparameters: { total: 109B, active: 17B }\n", "Llama-4-Scout-17B-16E"),
      card("kind: base\nparameters: { total: 6.9B, active: 1.3B }\n", "OLMoE-1B-7B"),
      card("kind: base\nparameters: { total: 3.3B, active: 0.8B }\n", "Granite-3B-A800M"),
      card("kind: base\nparameters: { total: 1.8B }\n", "internlm2-1_8b"),
      card("kind: base\nparameters: { total: 7B }\n", "llama_2_7b"),
      card("kind: base\nparameters: { total: 7.61B, non_embedding: 6.53B }\n", "Qwen2.5-7B"),
      card("kind: base\nparameters: { non_embedding: 697M }\n", "Gemma-3-1B"),
      card("kind: base\nparameters: { non_embedding: 3B }\n", "Phi-3.5-mini"),
      card("kind: base\nparameters: { non_embedding: 3B }\n", "v3b2-100bn-tokens"),
    ],
  },
  {
    code: "name-effective-size",
    reason: "E4B in a name is what the model takes in memory. Its full count is larger.",
    bad: card("kind: base\n⟦parameters⟧: { non_embedding: 4B }\n", "Gemma-3n-E4B"),
    good: card("kind: base\nparameters: { non_embedding: 8B }\n", "Gemma-3n-E4B"),
  },
  {
    code: "embedding-share",
    reason:
      "Embeddings are some of the parameters: never none, at most a quarter from 10 B on, and at most 70 % of a small model.",
    bad: card("kind: base\n⟦parameters⟧: { total: 70B, non_embedding: 40B }\n", "Tern-70B"),
    good: card("kind: base\nparameters: { total: 70B, non_embedding: 68.5B }\n", "Tern-70B"),
    silent: [card("kind: base\nparameters: { total: 270M, non_embedding: 100M }\n", "Gemma-3-270M")],
  },
  {
    code: "date-future",
    reason: "A card is dated by the day its weights became public.",
    bad: "name: Tern-3B\nrelease_date: ⟦2042-09-19⟧\nkind: base\nparameters: { non_embedding: 3B }\n",
    good: "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\n",
    silent: ["name: Tern-3B\nrelease_date: 2026-02\nkind: base\nparameters: { non_embedding: 3B }\n"],
  },
  {
    code: "date-early",
    reason: "2017 is the year of the first transformers.",
    bad: "name: Tern-3B\nrelease_date: ⟦2014-09-19⟧\nkind: base\nparameters: { non_embedding: 3B }\n",
    good: "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\n",
  },
  {
    code: "date-before-parent",
    reason: "No model appears before the one it was made from; often the date is that of an evaluation.",
    others: parent,
    bad: `name: Tern-3B\nrelease_date: ⟦2023-05-01⟧\nkind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\n`,
    good: `name: Tern-3B\nrelease_date: 2024-11-01\nkind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\n`,
    silent: [
      "name: Tern-3B\nrelease_date: 2024-09\nkind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\n",
    ],
  },
  {
    code: "date-in-name",
    reason:
      "No model appears before the day or month in its name. Typically the date was copied from a sibling or from the family's first model.",
    bad: "name: tern-3b-2024-08-06\nrelease_date: ⟦2024-05-13⟧\nkind: base\nparameters: { non_embedding: 3B }\n",
    good: "name: tern-3b-2024-08-06\nrelease_date: 2024-08-06\nkind: base\nparameters: { non_embedding: 3B }\n",
    odd: ["tern-3b-12-2024", "tern-3b-20241022", "Tern-3B-2507", "Tern-3B-2024.11"].map(
      (name) => `name: ${name}\nrelease_date: ⟦2024-02-27⟧\nkind: base\nparameters: { non_embedding: 3B }\n`,
    ),
    silent: ["Tern-3B-0123", "Tern-3B-2048", "Tern-3B-2401", "tern-3b-2024-02-28", "Tern-3B-v2024"].map(
      (name) => `name: ${name}\nrelease_date: 2024-02-27\nkind: base\nparameters: { non_embedding: 3B }\n`,
    ),
  },
  {
    code: "price-date",
    reason: "A price is asked for a model that is there, on a day that has been.",
    bad: card(
      "kind: base\nparameters: { non_embedding: 3B }\nprice_per_million_tokens: { input: 2, date: ⟦2020-01-01⟧ }\n",
    ),
    good: card(
      "kind: base\nparameters: { non_embedding: 3B }\nprice_per_million_tokens: { input: 2, date: 2025-01-01 }\n",
    ),
    odd: [
      card(
        "kind: base\nparameters: { non_embedding: 3B }\nprice_per_million_tokens: { input: 2, date: ⟦2042-01-01⟧ }\n",
      ),
    ],
  },
  {
    code: "date-of-evaluation",
    reason:
      "A card is dated by the day its weights became public. Three things say that another day was written: the `date` of a score is the same day, or lies more than four months before it; every source that carries a date (arXiv numbers, a day or month in an address) lies more than four months before it; or two models made from this one appeared earlier. Only a source with a date says what to write instead, so only it has a fix.",
    bad: `name: Tern-3B\nrelease_date: ⟦2025-07-01⟧\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62 }\n${source}`,
    good: `name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62 }\n${source}`,
    silent: [
      `name: Tern-3B\nrelease_date: 2025-03-20\nkind: base\nparameters: { non_embedding: 3B }\n${source}`,
      "name: Tern-3B\nrelease_date: 2025-07-01\nkind: base\nparameters: { non_embedding: 3B }\nsources: [https://arxiv.org/abs/2412.15115, https://arxiv.org/abs/2506.05767]\n",
      "name: Tern-3B\nrelease_date: 2025-07-01\nkind: base\nparameters: { non_embedding: 3B }\nsources: https://arxiv.org/abs/2412.15115v3\n",
      "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: 62, date: 2025-01-12 } }\n",
    ],
  },
  {
    code: "score-below-chance",
    reason:
      "A score below what guessing gives, by more than luck can do, is of another scale, or answers were not recognised.",
    bad: card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: ⟦12.5⟧ }\n${source}`),
    good: card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62.5 }\n${source}`),
    silent: [
      card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 24.6 }\n${source}`),
      card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { humaneval: 0 }\n${source}`),
    ],
  },
  {
    code: "stderr-doubtful",
    reason:
      "A standard error below a third of what the number of questions gives, or above three times it, is of another unit or of another quantity; 0 would make the score certain.",
    bad: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: ⟦62.5⟧, stderr: 4 } }\n${source}`,
    ),
    good: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: 62.5, stderr: 0.4 } }\n${source}`,
    ),
    silent: [
      card(
        `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { humaneval: { score: 62.5, stderr: 3.8 } }\n${source}`,
      ),
      card(
        `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: 62.5, stderr: 4, items: 150 } }\n${source}`,
      ),
    ],
  },
  {
    code: "score-above-frontier",
    reason:
      "More than four times as dense as every model before it: a typing error, or questions that were in the training data. Only for models in the trend with five before them.",
    others: doubling,
    bad: `name: ⟦Tern-3B⟧\nrelease_date: 2024-06-19\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 80, bbh: 75, math: 60, humaneval: 70, mbpp: 75 }\n${source}`,
    good: `name: Tern-3B\nrelease_date: 2024-06-19\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 45, bbh: 35, math: 10, humaneval: 28, mbpp: 32 }\n${source}`,
    silent: [
      `name: Tern-3B-Chat\nrelease_date: 2024-06-19\nkind: instruct\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 80, bbh: 75, math: 60, humaneval: 70, mbpp: 75 }\n${source}`,
    ],
  },
  {
    code: "score-copied",
    reason: "One number under every benchmark was filled in, not measured.",
    bad: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: ⟦50⟧, bbh: 50, math: 50 }\n${source}`,
    ),
    good: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 50, bbh: 41, math: 22 }\n${source}`,
    ),
    silent: [
      card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 50, bbh: 50 }\n${source}`),
    ],
  },
  {
    code: "results-differ",
    reason:
      "Of several results the one that was measured as the reference expects counts, else the first. Where nothing tells them apart, chance decides.",
    bad: card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: [60, ⟦70⟧] }\n${source}`),
    good: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: [{ score: 60, harness: ours }, { score: 70, harness: theirs }] }\n${source}`,
    ),
    silent: [
      card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: [60, 60.4] }\n${source}`),
    ],
  },
  {
    code: "protocol-differs",
    reason:
      "Scores of other shots, other harnesses, or without chain of thought are on other scales than the reference. What a card does not say does not differ.",
    bad: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: ⟦62⟧, shots: 0 } }\n${source}`,
    ),
    good: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: 62, shots: 5 } }\n${source}`,
    ),
    silent: [
      card(
        `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: [{ score: 62, shots: 0 }, { score: 64, shots: 5 }] }\n${source}`,
      ),
      card(
        `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62, gsm8k: { score: 40, shots: 8 } }\n${source}`,
      ),
    ],
  },
  {
    code: "instruct-as-base",
    reason:
      "Instruction tuning moves scores by more than a doubling does, so an instruct model among base models bends the trend.",
    bad: card("kind: ⟦base⟧\nparameters: { non_embedding: 3B }\n", "Tern-3B-Instruct"),
    good: card("kind: instruct\nparameters: { non_embedding: 3B }\n", "Tern-3B-Instruct"),
    silent: [
      card("kind: base\nparameters: { non_embedding: 3B }\n", "Instructional-3B"),
      card("kind: base\nparameters: { non_embedding: 3B }\n", "It Depends 3B"),
      card("kind: merged\nparameters: { non_embedding: 3B }\n", "Tern-3B-Chat"),
    ],
  },
  {
    code: "kind-in-name",
    reason: "Pruning, distilling and merging change what a density means, so the card has to say it.",
    bad: card("kind: ⟦base⟧\nparameters: { non_embedding: 3B }\n", "Tern-3B-slerp-merge"),
    good: card("kind: merged\nparameters: { non_embedding: 3B }\n", "Tern-3B-slerp-merge"),
    odd: ["Tern-R1-Distill-Gull-3B", "Tern-3B-pruned2.4", "Sheared-Tern-3B"].map((name) =>
      card("kind: ⟦base⟧\nparameters: { non_embedding: 3B }\n", name),
    ),
    silent: ["Emerge-3B", "Distiller-3B", "Tern-3B"].map((name) =>
      card("kind: base\nparameters: { non_embedding: 3B }\n", name),
    ),
  },
  {
    code: "quantized-in-name",
    reason:
      "Weights of 4 bits that count at full precision have a density four times too low. AWQ, GPTQ and GGUF alone say no number of bits.",
    bad: card("kind: base\nparameters: { non_embedding: 3B }\n", "⟦Tern-3B-Q4_K_M⟧"),
    good: card(
      "kind: base\nparameters: { non_embedding: 3B }\nquantization: { bits: 4.8 }\n",
      "Tern-3B-Q4_K_M",
    ),
    odd: [
      ...["GPTQ-Int4", "AWQ", "4bit", "FP8", "w4a16", "GGUF", "bnb-4bit", "IQ2_XXS", "NVFP4", "4.5bpw"].map(
        (word) => card("kind: base\nparameters: { non_embedding: 3B }\n", `⟦Tern-3B-${word}⟧`),
      ),
      card("kind: base\nparameters: { non_embedding: 3B }\nquantization: ⟦{ bits: 8 }⟧\n", "Tern-3B-Int4"),
    ],
    silent: [
      ...["Qwen-3B", "Tern-Q3B", "Tern-3B-v4", "Tern-3B-BF16"].map((name) =>
        card("kind: base\nparameters: { non_embedding: 3B }\n", name),
      ),
      card("kind: base\nparameters: { non_embedding: 3B }\nquantization: { bits: 8 }\n", "Tern-3B-FP8"),
    ],
  },
  {
    code: "base-model-unknown",
    reason: "Nothing is compared with a base model that the collection has no card of. Often it is a slip.",
    others: parent,
    bad: card("kind: pruned\nbase_model: ⟦Tren-15B⟧\nparameters: { non_embedding: 3B }\n"),
    good: card("kind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\n"),
    silent: [card("kind: pruned\nbase_model: seabirds/tern-15b\nparameters: { non_embedding: 3B }\n")],
  },
  {
    code: "checkpoint-alone",
    reason:
      "Checkpoints of one training run count as one observation, so a run that one card alone names changes nothing: often it is misspelt.",
    others: {
      "one.modelcard.yaml": card(
        "checkpoint_of: Auk-3B\nparameters: { non_embedding: 3B }\n",
        "Auk-3B-step1",
      ),
      "two.modelcard.yaml": card(
        "checkpoint_of: auk_3b\nparameters: { non_embedding: 3B }\n",
        "Auk-3B-step2",
      ),
    },
    bad: card("kind: base\ncheckpoint_of: ⟦Akk-3B⟧\nparameters: { non_embedding: 3B }\n", "Auk-3B-step3"),
    good: card("kind: base\ncheckpoint_of: Auk-3B\nparameters: { non_embedding: 3B }\n", "Auk-3B-step3"),
  },
  {
    code: "base-model-cycle",
    reason: "No model is made from itself, directly or over others.",
    others: {
      "other.modelcard.yaml": card(
        "kind: merged\nbase_model: Tern-3B\nparameters: { non_embedding: 3B }\n",
        "Gull-3B",
      ),
    },
    bad: card("kind: merged\nbase_model: [⟦Gull-3B⟧, ⟦Tern-3B⟧]\nparameters: { non_embedding: 3B }\n"),
    good: card("kind: base\nparameters: { non_embedding: 3B }\n"),
  },
  {
    code: "source-missing",
    reason: "Scores without a source cannot be checked by anybody.",
    bad: "name: ⟦Tern-3B⟧\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62 }\n",
    good: card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 62 }\n${source}`),
    silent: [
      card("kind: base\nparameters: { non_embedding: 3B }\n"),
      card(
        "kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: { score: 62, source: https://a.org/b } }\n",
      ),
    ],
  },
  {
    code: "source-not-url",
    reason: "What stands as a source should open with a click.",
    bad: card(
      "kind: base\nparameters: { non_embedding: 3B }\nsources: [⟦arXiv:2412.15115⟧, ⟦our own runs⟧]\n",
    ),
    good: card(
      "kind: base\nparameters: { non_embedding: 3B }\nsources: [https://arxiv.org/abs/2412.15115]\nnotes: our own runs\n",
    ),
  },
  {
    code: "counts-of-base",
    reason:
      "Quantising and tuning keep the number of parameters. Sites that count the elements of the files show, for weights packed to 4 bits, up to eight times fewer.",
    others: {
      "parent.modelcard.yaml": card(
        "kind: base\nparameters: { total: 8.03B, non_embedding: 6.98B }\n",
        "Tern",
      ),
    },
    bad: card(
      "kind: base\nbase_model: Tern\n⟦parameters⟧: { total: 1.98B, non_embedding: 1.2B }\nquantization: { bits: 4 }\n",
      "Tern-w4a16",
    ),
    good: card(
      "kind: base\nbase_model: Tern\nparameters: { total: 8.03B, non_embedding: 6.98B }\nquantization: { bits: 4 }\n",
      "Tern-w4a16",
    ),
    odd: [
      card(
        "kind: instruct\nbase_model: Tern\n⟦parameters⟧: { total: 7B, non_embedding: 5.9B }\n",
        "Tern-Chat",
      ),
    ],
    silent: [
      card("kind: pruned\nbase_model: Tern\nparameters: { total: 4B, non_embedding: 3.5B }\n", "Tern-small"),
      card("kind: base\nbase_model: Tern\nparameters: { total: 10B, non_embedding: 9B }\n", "Tern-deep"),
    ],
  },
  {
    code: "compression-loss",
    reason: "Pruning, distilling and quantising should raise the density; often they lower it.",
    others: parent,
    bad: `name: ⟦Tern-3B⟧\nrelease_date: 2024-11-19\nkind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 40, bbh: 30, math: 8, humaneval: 22, mbpp: 25 }\n${source}`,
    good: `name: Tern-3B\nrelease_date: 2024-11-19\nkind: pruned\nbase_model: Tern-15B\nparameters: { non_embedding: 3B }\nbenchmarks: { mmlu: 65, bbh: 55, math: 35, humaneval: 50, mbpp: 55 }\n${source}`,
  },
  {
    code: "cards-disagree",
    reason:
      "Two cards of one model, named in two spellings, that state different dates, counts or scores. Cards with one and the same name are an error of their own.",
    others: { "again.modelcard.yaml": card("kind: base\nparameters: { non_embedding: 3.4B }\n", "tern_3b") },
    bad: "name: ⟦Tern-3B⟧\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 3.0B }\n",
    good: card("kind: base\nparameters: { non_embedding: 3.4B }\n"),
  },
  {
    code: "benchmark-before-model",
    reason:
      "Off unless a severity is chosen. A benchmark that was public before the model may be among its training data; one published in the model's own month or later cannot. So this rule shows which scores of a card are safe from contamination. The registry gives each benchmark's month with its source; of a benchmark it has no month of, and of means of others, nothing is said either way.",
    severities: { "benchmark-before-model": "information" },
    bad: card(
      `kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { ⟦mmlu⟧: 62, simpleqa: 8 }\n${source}`,
    ),
    good: card(`kind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { simpleqa: 8 }\n${source}`),
    silent: [
      `name: Tern-3B\nrelease_date: 2024-10\nkind: base\nparameters: { non_embedding: 3B }\nbenchmarks: { simpleqa: 8, average: 50, ours: 3 }\n${source}`,
    ],
  },
  {
    code: "suppression-unused",
    reason: "A comment that takes back nothing hides the next mistake.",
    bad: card("kind: base\n# densing-ignore ⟦name-size⟧\nparameters: { non_embedding: 3.1B }\n"),
    good: card("kind: base\n# densing-ignore name-size\nparameters: { non_embedding: 4.2B }\n"),
    silent: [
      card("kind: base\nparameters: 4.2B # densing-ignore name-size\n"),
      `# densing-ignore-card name-size\n${card("kind: base\nparameters: { non_embedding: 4.2B }\n")}`,
    ],
  },
];
