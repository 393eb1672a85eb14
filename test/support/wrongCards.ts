import fc from "fast-check";

/** Cards as people get them wrong: every line right or wrong in one of several ways. */
export const wrongCards = fc
  .record({
    name: fc.constantFrom(
      "name: Tern-3B",
      "Name: Tern-3B",
      "name: 7",
      "name: Tern-30B-A3B",
      " name: Tern-3B",
      "name: Tern-3B-Chat",
      "name: Tern-3B family: Tern",
      "name: 🐦海燕-3B # ü",
      "",
    ),
    date: fc.constantFrom(
      "release_date: 2024-09-19",
      "release_date: 2024/9/19",
      "released: 2024-09-19",
      "release_date: 20240919",
      "release_date: 3/4/2024 # sic",
      "release_date: 2025-10-01",
      "",
    ),
    kind: fc.constantFrom(
      "kind: base",
      "kind: chat",
      "",
      "kind: base\nkind: base",
      "kind: moe",
      "kind: MoE # sic\narchitecture: dense",
      "kind: foundation # sic",
    ),
    parameters: fc.constantFrom(
      "parameters: 3B",
      "parameters: 3",
      "parameters: 30B-A3B",
      "parameters: { total: 30B-A3B }",
      "parameters:\n  total: 30B-A3B # sic\n  active: 4B",
      "parameters: { total: 3,000,000,000 }",
      "parameters:\n  total: 3g # sic\n  nonembedding: 2.8B",
      "params: 3B",
      "parameters:\n  total: 3B\n   non_embedding: 2.8B # sic\n   active: 3B",
      " parameters: 3B",
      "parameters:\ntotal: 3B\nactive: 1B # sic",
      "parameters:\n  total: 3B\n  tags:\n    - a # ü\n    - b",
      "params: 3 # sic",
      "parameters: 1_5\t# tab",
      "parameters: |\n  7",
      "parameters: { totl: 3B, actve: 1 }",
      "parameters: >3B",
      "parameters: non_embedding: 3B # sic",
      "parameters: 3B license: mit",
      "parameters: { total: 3B, active 1B }",
      "architecture: moe\nparameters: 30B",
      "parameters: { total: 3B, active: 30B }",
      "architecture: dense # sic\nparameters:\n  total: 30B # all\n  active: 3B",
      "parameters:\n  total: 2.8B # all\n\n  # without\n  non_embedding: 3B # ü",
      "parameters: { total: 3B, non_embedding: 4B, vocab_size: 100000, hidden_size: 2000, tied_embeddings: true }",
      "architecture: moe\nparameters:\n  active: 3B",
      "parameters:\n  total: 3B\n  vocab_size: '151936' # sic\n  hidden_size: 2048\n  tied_embeddings: no",
    ),
    license: fc.constantFrom(
      "",
      "license: mit",
      "license： mit\nfamily: Tern",
      "license:",
      "base_model: Tern-7",
      "base_model: Tern-3B # sic",
      "base_model: Tern-3B",
      "base_model: [Tern-7b, 海燕-3B]",
    ),
    quantization: fc.constantFrom(
      "",
      "quantization: int4 # sic",
      "quantization: 4",
      "quantization: GPTQ",
      "quantization: { bits: q4_k_m }",
      "quantization:\n  bits: '8-bit' # ü\n  method: w8a8",
      "quantization:\n  # how\n  method: GPTQ-Int4",
    ),
    scores: fc.constantFrom(
      "",
      "benchmarks:\n  mmlu: 50",
      "benchmarks:\n  mmluu: 50 # sic\n  MMLU: 51\n  mmlu: 52",
      "benchmarks: { mmlu: 0.5, bbh: 0.4 }",
      "benchmarks:\n  mmlu: { score: 0.5, n_shot: 5 }\n  bbh: 40,5",
      "benchmarks:\n  mmlu:\n    score: 42.6    shots: 5\n  bbh: 50 math: 40 # sic",
      "benchmarks:\n  mmlu:\n  score: 62 # ü\n  shots: 5\n  bbh:\n  # sic\n  score: 50\n  math: 40",
      "benchmarks:\n  mmlu:\n     score: 62\n  shots: 5\n  score: 50",
      "benchmarks:\n  mmlu: >60 # ü\n  bbh: >=50%\n  math: ~40",
      "benchmarks: { mmlu: 62 bbh: 50 math: >40 }",
      "benchmarks: {mmlu: 62, bbh: 50}} # sic",
      "benchmarks:\n  - mmlu: 62 # ü\n  - bbh:\n      score: 50\n\n  # sic\n  - math: 40",
      "benchmarks: [mmlu: 62, { bbh: 50 }] # sic",
      "benchmarks: mmlu: 50 # ü\n  bbh: 40",
      "benchmarks: { mmlu: { score: 60, shots 5 }, bbh 50, ours 3 }",
      "unit: fraction\nbenchmarks:\n  mmlu: 50",
      "unit: pct\nbenchmarks:\n  mmlu: 41.2 ± 1.2 # sic\n  bbh: n/a\n  math: 0.4",
      "unit: ratio\nbenchmarks: { mmlu: 0.5, bbh: 40, math: 3,5 }",
      "benchmarks:\n    mmlu: 50\n  # ü\n  bbh: 40\n\n  math: { score: 30 }\n    mbpp: 20",
      "benchmarks:\n  mmlu: 50 # ü\n bbh: 40\n  math: 30",
      "benchmarks:\nmmlu: 50 # ü\n# own\nours: 3\nbbh:\n  score: 40\n\n# end",
      "benchmarks:\nmmlu: sixty",
      "benchmarks:\n   mmlu: 50\nbbh: 40 # ü\nmath: { score: 30 }",
      "unit:\nbenchmarks:\n  mmlu: { score: 0.412 ± 0.1, shots: 5-shot, cot: 'True' }\n  bbh: n/a # sic",
      "benchmarks:\n  mmlu:\n    - shots: '5'\n      score: 412 +- 3\n    - score: '-'\n      cot: no # ü",
    ),
    more: fc.constantFrom(
      "",
      "sources: arXiv:2412.15115",
      "sources: [huggingface.co/x]",
      "sources: [https://tern.example/2024/9/19, https://tern.example/blog/2024/09/19/]",
      "# densing-ignore name-size",
      "notes: see: this",
      "notes: >60 on MMLU # ü",
      "notes: | see",
      "notes: a kind of modality: text",
      'notes: "not closed',
      "notes: @home # ü",
      "notes: `x`: %y",
      "tags: [%a, b]",
      "notes: *bold*",
      "notes: *bold* and more # ü",
      "notes: *shared",
      "tags:\n\t- small",
    ),
  })
  .map(
    (lines) =>
      `${Object.values(lines)
        .filter((line) => line !== "")
        .join("\n")}\n`,
  );

/** A list where a stream of cards is meant, some of whose items are no cards. */
export const lists = fc
  .tuple(
    fc.uniqueArray(
      fc.constantFrom(
        "name: Gull-3B\nrelease_date: 2024-09-19 # ü\n\n# inside\nkind: base\nparameters: 3B",
        "name: 海燕-7B\nrelease_date: 2024-10-01\nkind: base\nparameters:\n  total: 7B\nnotes: |\n  - one\n\n  - two",
        "# which\nname: Skua-1B\nrelease_date: 2025-01-01\nkind: base\nparameters: { total: 1B,\n  active: 1B }",
        "name: Auk-2B\nkind: base",
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom("- ", "-   ", "-\n  "),
    fc.constantFrom("", "\n", "# next\n", "  # before\n\n# next\n"),
    fc.constantFrom("", "  "),
  )
  .map(([cards, dash, between, margin]) => {
    const width = dash === "-\n  " ? 2 : dash.length;
    const items = cards.map((card) => `${dash}${card.replaceAll(/\n(?=.)/g, `\n${" ".repeat(width)}`)}\n`);
    return items.join(between).replaceAll(/^(?=.)/gm, margin);
  });
