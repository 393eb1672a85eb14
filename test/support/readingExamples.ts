import { readFileSync } from "node:fs";
import type { RuleExample } from "./ruleExamples.ts";

const head = "name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\n";
const size = "parameters: { non_embedding: 3B }\n";
const source = "sources: https://arxiv.org/abs/2412.15115\n";

/** A card whose scores are the lines, two spaces in. */
function scored(lines: string, more = ""): string {
  return `${head}${size}${more}benchmarks:\n${lines}${source}`;
}

const reference = readFileSync(
  new URL("../../schemas/references/nmi-2025.reference.yaml", import.meta.url),
  "utf8",
);

/** What stops or misleads the reader of a card, of settings and of references. */
export const readingExamples: readonly RuleExample[] = [
  {
    code: "syntax",
    reason: "One mistake gives one finding, and only the card it stands in is not read.",
    bad: `${head}${size}notes: ⟦"not closed⟧\n`,
    good: `${head}${size}notes: "closed"\n`,
  },
  {
    code: "second-document",
    reason: "Cards of a stream are parted by `---`; behind `...` nothing is read without it.",
    bad: `${head}${size}...\n⟦name: Gull-3B⟧\n`,
    good: `${head}${size}---\n${head.replace("Tern", "Gull")}${size}`,
  },
  {
    code: "not-a-map",
    reason: "A card is a map of keys and values.",
    bad: "⟦Tern-3B has three billion parameters⟧\n",
    good: `${head}${size}`,
  },
  {
    code: "top-level-list",
    reason:
      "Several cards in one file are a stream, not a list, so that one broken card leaves the others alone. A list whose items are all right as cards has a fix.",
    bad: "⟦- name: Tern-3B⟧\n  release_date: 2024-09-19\n  kind: base\n  parameters: { non_embedding: 3B }\n",
    good: `${head}${size}`,
  },
  {
    code: "nesting",
    reason: "Nobody nests a card so deep; a text that does could bring down any parser.",
    bad: `${head}${size}notes: ${"[".repeat(98)}⟦[⟧[[${"]".repeat(101)}\n`,
    good: `${head}${size}notes: [[[three levels]]]\n`,
  },
  {
    code: "card-size",
    reason: "Reading a card of more than 30,000 words and signs would take longer than a keystroke.",
    bad: `${head.replace("name: Tern-3B", "⟦name: Tern-3B⟧")}${size}notes: [${"x, ".repeat(16_000)}]\n`,
    shown: `${head}${size}notes: [x, x, x] # and so on: 16,000 of them\n`,
    good: `${head}${size}notes: [x, x, x]\n`,
  },
  {
    code: "file-size",
    reason: "A file of that size is data, not cards.",
    bad: `⟦#⟧${"x".repeat(17_000_000)}\n${head}${size}`,
    shown: `#xxx and so on: 17 million of them\n${head}${size}`,
    good: `#xxx\n${head}${size}`,
  },
  {
    code: "encoding",
    reason:
      "A file of another encoding, read as UTF-8, has signs that nobody wrote. A byte-order mark is fine.",
    bad: `${head}${size}notes: caf⟦\uFFFD⟧\n`,
    good: `\uFEFF${head}${size}notes: caf\u00e9\n`,
  },
  {
    code: "merge-conflict",
    reason: "Both sides of a conflict are on the card, and neither is what it says.",
    bad: `${head}⟦<<<<<<< HEAD⟧\n${size}=======\nparameters: 4B\n>>>>>>> main\n`,
    good: `${head}${size}`,
  },
  {
    code: "look-alike",
    reason:
      "Full-width digits, Cyrillic letters and signs of no width come with copied text. The card looks right and is not read.",
    bad: `${head}parameters: ⟦7.61\u0412⟧\n`,
    good: `${head}parameters: { total: 3.2B, non_embedding: 3B }\n`,
    odd: [
      scored("  mmlu: ⟦\uff17\uff14.\uff12⟧\n"),
      scored("  ⟦mm\u200blu⟧: 62\n"),
      scored("  mmlu: ⟦\u0667\u0664⟧\n"),
    ],
    silent: [
      `${head}${size}organization: \u042f\u043d\u0434\u0435\u043a\u0441\n`,
      `${head}${size}notes: a\u200bb\n`,
    ],
  },
  {
    code: "alias-unknown",
    reason: "An alias stands for what carries its anchor further up in the same card.",
    bad: `${head}${size}notes: ⟦*shared⟧\n`,
    good: `${head}${size}tags: &shared [small]\nnotes: *shared\n`,
  },
  {
    code: "alias-size",
    reason: "Aliases of aliases make a short text long; that is how parsers are brought down.",
    bad: `${head.replace("name: Tern-3B", "⟦name: Tern-3B⟧")}${size}a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n`,
    good: `${head}${size}notes: &a [x, x]\n`,
  },
  {
    code: "duplicate-key",
    reason: "Nobody can tell which of two values is meant, so neither is read.",
    bad: `${head}${size}license: mit\n⟦license⟧: apache-2.0\n`,
    good: `${head}${size}license: apache-2.0\n`,
  },
  {
    code: "comma-number",
    reason: "In braces YAML reads a comma as the start of the next entry.",
    bad: `${head}parameters: { non_embedding: ⟦3,000,000,000⟧ }\n`,
    good: `${head}parameters: { non_embedding: 3_000_000_000 }\n`,
  },
  {
    code: "missing-key",
    reason:
      "Name, release date and parameters are what a density needs. A misspelt key counts as that key, and its fix writes it.",
    bad: `name: Tern-3B\n⟦released⟧: 2024-09-19\nkind: base\n${size}`,
    good: `${head}${size}`,
  },
  {
    code: "not-indented",
    reason:
      "YAML tells by the spaces before a line what it belongs to. Without them scores are keys of the card, and the card has no scores. Only lines whose keys say what they are count: benchmarks of the registry, and keys that counts, a score, a quantisation or a price have.",
    bad: `${head}${size}⟦benchmarks⟧:\nmmlu: 62\nbbh: 50\n${source}`,
    good: scored("  mmlu: 62\n  bbh: 50\n"),
    odd: [
      `${head}⟦parameters⟧:\nnon_embedding: 3B\n`,
      `${head}${size}benchmarks:\n  mmlu: 62\n⟦bbh⟧: 50\n${source}`,
      `${head}${size}⟦quantization⟧:\nbits: 4\nmethod: GPTQ\n`,
      `${head}${size}benchmarks:\n  ⟦mmlu⟧:\n  score: 62\n  shots: 5\n  bbh: 50\n${source}`,
      `${head}${size}benchmarks:\n  mmlu:\n    score: 62\n  ⟦shots⟧: 5\n${source}`,
      `${head}${size}⟦benchmarks⟧: # ü\n\n# ü\nmmlu:\n  score: 62\nours: 3\nbbh: 50\n${source}`,
    ],
    silent: [
      `${head}${size}benchmarks:\nours: 3\n`,
      `${head}${size}benchmarks:\nlicense: mit\nmmlu: 62\n`,
      `${head}${size}mmlu: 62\nbenchmarks:\n`,
      `${head}${size}benchmarks: { mmlu: 62 }\nbbh: 50\n`,
      `{ name: Tern-3B, release_date: 2024-09-19, kind: base, parameters: { total: 3B }, benchmarks: , mmlu: 3 }`,
    ],
  },
  {
    code: "empty-value",
    reason: "A key without a value is often a value that was forgotten.",
    bad: `${head}${size}⟦license⟧:\n`,
    good: `${head}${size}license: mit\n`,
  },
  {
    code: "wrong-type",
    reason: "A name is a text, a score a number or a map, and so on for every key.",
    bad: `name: ⟦[Tern-3B]⟧\nrelease_date: 2024-09-19\nkind: base\n${size}`,
    good: `${head}${size}`,
  },
  {
    code: "wrong-value",
    reason: "Some keys take one of a few words; the message lists them.",
    bad: `name: Tern-3B\nrelease_date: 2024-09-19\nkind: ⟦chat⟧\n${size}`,
    good: `name: Tern-3B\nrelease_date: 2024-09-19\nkind: instruct\n${size}`,
  },
  {
    code: "unknown-key",
    reason: "Keys of one's own are welcome and kept; the hint is there for slips.",
    bad: `${head}${size}⟦organisation⟧: Seabirds\n`,
    good: `${head}${size}organization: Seabirds\n`,
  },
  {
    code: "kind-missing",
    reason: "Base and instruct models do not belong into one trend, so a card says which it is.",
    bad: `name: ⟦Tern-3B⟧\nrelease_date: 2024-09-19\n${size}`,
    good: `${head}${size}`,
  },
  {
    code: "quantity-unreadable",
    reason: "A count is a number with K, M, B or T, or all its digits.",
    bad: `${head}parameters: { non_embedding: ⟦three billion⟧ }\n`,
    good: `${head}${size}`,
  },
  {
    code: "quantity-too-small",
    reason: "No language model has seven parameters; seven what, only the person knows.",
    bad: `${head}parameters: { non_embedding: ⟦3⟧ }\n`,
    good: `${head}${size}`,
  },
  {
    code: "quantity-too-large",
    reason: "A unit was written twice, or the digits and the unit.",
    bad: `${head}parameters: { non_embedding: ⟦3000000000B⟧ }\n`,
    good: `${head}${size}`,
  },
  {
    code: "quantity-range",
    reason: "One card is one model; a family of sizes is a stream of cards.",
    bad: `${head}parameters: { non_embedding: ⟦3B-7B⟧ }\n`,
    good: `${head}${size}`,
  },
  {
    code: "quantity-shorthand",
    reason: "The experts of an 8x7B share layers, so the total is no product.",
    bad: "name: Tern-8x7B\nrelease_date: 2024-09-19\nkind: base\nparameters: { total: ⟦8x7B⟧ }\n",
    good: "name: Tern-8x7B\nrelease_date: 2024-09-19\nkind: base\nparameters: { total: 46.7B, active: 12.9B, non_embedding: 46.4B }\n",
  },
  {
    code: "quantity-unknown",
    reason: "A count that is not known is left out; a word in its place only hides that it is missing.",
    bad: `${head}parameters: { non_embedding: 3B, total: ⟦unknown⟧ }\n`,
    good: `${head}${size}`,
  },
  {
    code: "counts-inconsistent",
    reason:
      "Active or non-embedding parameters are some of all parameters, never more. Fixes are swapping the two, or the count that vocabulary and width give, each only where nothing contradicts it.",
    bad: `${head}parameters: { total: 3B, non_embedding: ⟦4B⟧ }\n`,
    good: `${head}parameters: { total: 3B, non_embedding: 2.8B }\n`,
  },
  {
    code: "multiplied-experts",
    reason: "The total of a mixture of experts lies below the product in its name.",
    bad: "name: Tern-8x22B\nrelease_date: 2024-09-19\nkind: base\narchitecture: moe\n⟦parameters⟧: { total: 176B, active: 39B, non_embedding: 175B }\n",
    good: "name: Tern-8x22B\nrelease_date: 2024-09-19\nkind: base\narchitecture: moe\nparameters: { total: 141B, active: 39B, non_embedding: 140B }\n",
  },
  {
    code: "total-size",
    reason:
      "The reference counts non-embedding parameters; the total makes a density look smaller. Vocabulary and width are enough to compute the count.",
    bad: `${head}⟦parameters⟧: 3B\n`,
    good: `${head}parameters: { total: 3B, vocab_size: 100000, hidden_size: 2000, tied_embeddings: true }\n`,
  },
  {
    code: "total-missing",
    reason: "What is active says what a token costs, not how large a model is.",
    bad: `${head}architecture: moe\n⟦parameters⟧: { active: 3B }\n`,
    good: "name: Tern-30B-A3B\nrelease_date: 2024-09-19\nkind: base\narchitecture: moe\nparameters: { total: 30B, active: 3B, non_embedding: 29B }\n",
  },
  {
    code: "active-missing",
    reason: "Without it a mixture of experts counts as if every parameter worked on every token.",
    bad: `${head}architecture: moe\n⟦parameters⟧: { non_embedding: 3B }\n`,
    good: `${head}architecture: moe\nparameters: { non_embedding: 3B, active: 1B }\n`,
  },
  {
    code: "architecture-open",
    reason:
      "Some catalogues give active parameters of every model, and mean those without embeddings where it is dense. A mixture with most of its parameters active is rare, so a density of either would be a guess.",
    bad: `${head.replace("-3B", "")}parameters: { total: 7.6B, active: ⟦6.5B⟧ }\n`,
    good: `${head.replace("-3B", "")}parameters: { total: 7.6B, non_embedding: 6.5B }\n`,
    odd: [`${head}parameters: { total: 33.4M, active: ⟦21.5M⟧ }\n`],
    silent: [
      `${head}parameters: { total: 15.7B, active: 2.7B, non_embedding: 15.3B }\n`,
      `${head}architecture: moe\nparameters: { total: 7.6B, active: 6.5B }\n`,
    ],
  },
  {
    code: "price-unit",
    reason: "A price of one token, of a thousand or in another currency is none of a million in dollars.",
    bad: `${head}${size}price_per_million_tokens: { input: ⟦0.00000055⟧, output: 2.19 }\n`,
    good: `${head}${size}price_per_million_tokens: { input: 0.55, output: 2.19 }\n`,
    odd: [
      `${head}${size}price_per_million_tokens: ⟦150000⟧\n`,
      `${head}${size}price_per_million_tokens: { input: 2, currency: ⟦CNY⟧ }\n`,
      `${head}${size}price_per_million_tokens: { input: ⟦0.00027⟧ }\n`,
    ],
    silent: [`${head}${size}price_per_million_tokens: { input: 2, currency: USD }\n`],
  },
  {
    code: "quantization-bits",
    reason:
      "How large quantised weights are follows from the bits of each. Words that name them (int4, 8-bit, q4_k_m) are a number in the fix; GPTQ or AWQ alone name none.",
    bad: `${head}${size}quantization: ⟦{ method: GPTQ }⟧\n`,
    good: `${head}${size}quantization: { bits: 4, method: GPTQ }\n`,
  },
  {
    code: "date-unreadable",
    reason: "3/4/2024 is a day in March or in April; YYYY-MM-DD is one day everywhere.",
    bad: `name: Tern-3B\nrelease_date: ⟦3/4/2024⟧\nkind: base\n${size}`,
    good: `name: Tern-3B\nrelease_date: 2024-04-03\nkind: base\n${size}`,
  },
  {
    code: "date-impossible",
    reason: "A slip of one digit.",
    bad: `name: Tern-3B\nrelease_date: ⟦2024-09-31⟧\nkind: base\n${size}`,
    good: `name: Tern-3B\nrelease_date: 2024-09-30\nkind: base\n${size}`,
  },
  {
    code: "month-date",
    reason: "A month is enough for a trend; the day is taken as its middle, and that is said.",
    bad: `name: Tern-3B\nrelease_date: ⟦2024-09⟧\nkind: base\n${size}`,
    good: `${head}${size}`,
  },
  {
    code: "score-unreadable",
    reason: "A score is a number, with % if it is percent.",
    bad: scored("  mmlu: ⟦sixty⟧\n"),
    good: scored("  mmlu: 60\n"),
  },
  {
    code: "score-range",
    reason: "Above 100 percent, or above 1 where the card says fraction.",
    bad: scored("  mmlu: ⟦162⟧\n"),
    good: scored("  mmlu: 62\n"),
  },
  {
    code: "score-unit",
    reason:
      "0.412 is 41.2 % or 0.4 %, and no value says by itself which. The unit that is written decides, at the score, in the card or as %. Without one a score up to 1 is doubted, beside what the other scores are: both readings are fixes, and until one is chosen it gives no density.",
    bad: scored("  mmlu: ⟦0.412⟧\n"),
    good: scored("  mmlu: 41.2\n"),
    silent: [
      scored("  mmlu: 0.412\n", "unit: fraction\n"),
      scored("  mmlu: 0.9\n", "unit: percent\n"),
      scored("  mmlu: 0.9%\n"),
    ],
  },
  {
    code: "duplicate-benchmark",
    reason:
      "Nobody can tell which of two scores is meant. Several results of one benchmark are a list below one key.",
    bad: scored("  mmlu: 62\n  ⟦MMLU⟧: 64\n"),
    good: scored("  mmlu: 62\n"),
  },
  {
    code: "scores-misplaced",
    reason:
      "Scores below a heading, by modes, at the top of a card or under a misspelt key are not read, and a protocol in a benchmark's name would be lost with the name.",
    bad: scored("  ⟦MMLU (0-shot, CoT)⟧: 69.1\n"),
    good: scored("  mmlu: { score: 69.1, shots: 5, cot: false }\n"),
    odd: [
      scored("  ⟦General⟧:\n    MMLU: 62.0\n    BBH: 50.1\n"),
      scored("  ⟦mmlu⟧: { thinking: 70.1, non-thinking: 62.0 }\n"),
      scored("  ⟦MATH [4-shot]⟧: 22.1\n"),
      scored("  ⟦BBH, 3-shot CoT⟧: 50.2\n"),
      scored("  ⟦MBPP@1⟧: 48\n"),
      `${head}${size}⟦mmlu⟧: 62.0\n`,
      `${head}${size}⟦Benchmarks⟧: { math: 22.0 }\n`,
    ],
    silent: [scored("  MMMLU: 55\n"), scored("  GSM8K (maj@8): 71\n")],
  },
  {
    code: "unknown-benchmark",
    reason: "Scores of any benchmark are kept; the hint is there for slips.",
    bad: scored("  ⟦mmul⟧: 62\n"),
    good: scored("  mmlu: 62\n"),
  },
  {
    code: "average-mismatch",
    reason: "The average is computed from the five; one that is also written can only disagree.",
    bad: scored("  mmlu: 62\n  bbh: 50\n  math: 30\n  humaneval: 40\n  mbpp: 48\n  average: ⟦52⟧\n"),
    good: scored("  mmlu: 62\n  bbh: 50\n  math: 30\n  humaneval: 40\n  mbpp: 48\n"),
  },
  {
    code: "average-alone",
    reason: "Five scores say more than their mean, and can be checked.",
    bad: scored("  ⟦average⟧: 46\n"),
    good: scored("  mmlu: 62\n  bbh: 50\n  math: 30\n  humaneval: 40\n  mbpp: 48\n"),
  },
  {
    code: "more-findings",
    reason: "Beyond a hundred findings a card is of another format, and a longer list helps nobody.",
    bad: `${head}${size}${Array.from({ length: 120 }, (_, index) => `${index === 99 ? "⟦own_99⟧" : `own_${index}`}: x\n`).join("")}`,
    shown: `${head}${size}own_0: x\nown_1: x\n# and so on: 120 of them\n`,
    good: `${head}${size}`,
    beside: ["unknown-key"],
  },
  {
    code: "duplicate-name",
    reason: "A name is how other cards and people mean a model; two of them leave both out of the trend.",
    others: { "again.modelcard.yaml": `${head}${size}` },
    bad: `${head.replace("Tern-3B", "⟦Tern-3B⟧")}${size}`,
    good: `${head.replace("Tern-3B", "Tern-3B-v2")}${size}`,
  },
  {
    code: "settings-invalid",
    reason:
      "Settings that cannot be read are not in force, so that no number is made by a method nobody chose.",
    path: "densing.yaml",
    bad: "basis: mmlu\ndenominator: ⟦papr⟧\n",
    good: "basis: mmlu\ndenominator: paper\n",
  },
  {
    code: "settings-unknown-key",
    reason: "A key that is not known has no effect, which is easily taken for one.",
    path: "densing.yaml",
    bad: "rules: { ⟦name-sise⟧: error }\n",
    good: "rules: { name-size: error }\n",
  },
  {
    code: "settings-unknown-model",
    reason: "A model that is left out by a name no card has is still in the trend.",
    path: "densing.yaml",
    others: { "tern.modelcard.yaml": `${head}${size}` },
    bad: "without: [⟦Tren-3B⟧]\n",
    good: "without: [seabirds/tern-3b]\n",
  },
  {
    code: "reference-invalid",
    reason: "A curve that cannot be read gives no densities, and no other curve takes its place.",
    path: "own.reference.yaml",
    bad: reference.replace(/residual: 3\.0/, "⟦residul⟧: 3.0"),
    shown: "# …\n    residul: 3.0\n",
    good: reference,
    shownGood: "# …\n    residual: 3.0\n",
  },
];
