import assert from "node:assert/strict";
import { test } from "node:test";
import { noCounts } from "../../../server/src/cards/values/readParameters.ts";
import { doubtedSize } from "../../../server/src/rules/nameSize.ts";
import { namedSize } from "../../../server/src/rules/sizeInName.ts";

/** Published counts of real models, as their cards and reports give them. */
const realModels: readonly (readonly [
  name: string,
  counts: { readonly total?: number; readonly active?: number; readonly nonEmbedding?: number },
])[] = [
  ["Llama-3.2-1B", { total: 1.236e9 }],
  ["Llama-3.2-3B", { total: 3.21e9 }],
  ["Llama-2-70B", { total: 69e9 }],
  ["Llama-4-Scout-17B-16E", { total: 109e9, active: 17e9 }],
  ["Llama-4-Maverick-17B-128E-Instruct-FP8", { total: 400e9, active: 17e9 }],
  ["Llama 4 Scout 17B 16E", { total: 109e9, active: 17e9 }],
  ["LLaMA-33B", { total: 32.5e9 }],
  ["Qwen2.5-0.5B", { total: 0.49e9 }],
  ["Qwen1.5-MoE-A2.7B", { total: 14.3e9, active: 2.7e9 }],
  ["Qwen2-57B-A14B", { total: 57.4e9, active: 14.2e9 }],
  ["Qwen3-30B-A3B-Instruct-2507", { total: 30.5e9, active: 3.3e9 }],
  ["Qwen3-Next-80B-A3B", { total: 81.3e9, active: 3.9e9 }],
  ["Qwen3 235B A22B", { total: 235e9, active: 22e9 }],
  ["Qwen3_30B_A3B", { total: 30.5e9, active: 3.3e9 }],
  ["Qwen3-30BA3B", { total: 30.5e9, active: 3.3e9 }],
  ["Qwen-1_8B", { total: 1.84e9 }],
  ["Qwen2.5-1M-7B-Instruct", { total: 7.6e9 }],
  ["gemma-2b", { total: 2.51e9 }],
  ["gemma-7b", { total: 8.54e9 }],
  ["gemma-2-2b", { total: 2.61e9 }],
  ["gemma-3-270m", { total: 268e6 }],
  ["gemma-3n-E4B-it", { total: 7.85e9 }],
  ["Mixtral-8x7B-v0.1", { total: 46.7e9, active: 12.9e9 }],
  ["Mixtral 8×7B", { total: 46.7e9 }],
  ["Mixtral-8x22B-Instruct-v0.1", { total: 141e9, active: 39e9 }],
  ["internlm2-math-plus-mixtral8x22b", { total: 141e9, active: 39e9 }],
  ["DeepSeek-R1-Distill-Qwen-1.5B", { total: 1.78e9 }],
  ["Phi-3.5-MoE-16x3.8B", { total: 41.9e9, active: 6.6e9 }],
  ["OLMoE-1B-7B-0924", { total: 6.92e9, active: 1.28e9 }],
  ["OLMo-1B", { total: 1.18e9 }],
  ["falcon-rw-1b", { total: 1.31e9 }],
  ["Falcon3-1B-Base", { total: 1.67e9 }],
  ["Yi-6B-200K", { total: 6.06e9 }],
  ["internlm2_5-1_8b-chat", { total: 1.89e9 }],
  ["stablelm-2-1_6b", { total: 1.64e9 }],
  ["pythia-70m", { nonEmbedding: 18.9e6 }],
  ["pythia-160m-step143000", { nonEmbedding: 85e6 }],
  ["pythia-1b-300b-tokens", { total: 1e9 }],
  ["bloom-1b7", { total: 1.72e9 }],
  ["bloom-7b1", { total: 7.07e9 }],
  ["Kimi-K2-1T-A32B", { total: 1.03e12, active: 32e9 }],
  ["Kimi-VL-A3B-Instruct", { total: 16.4e9, active: 2.8e9 }],
  ["Moonlight-16B-A3B", { total: 16e9, active: 2.24e9 }],
  ["gpt-oss-20b", { total: 20.9e9, active: 3.6e9 }],
  ["SmolLM-135M", { total: 134.5e6, nonEmbedding: 106e6 }],
  ["rwkv-6-world-1b6", { total: 1.6e9 }],
  ["NVIDIA-Nemotron-3-Nano-30B-A3B-Base-BF16", { total: 31.6e9, active: 3.2e9 }],
  ["granite-3.0-3b-a800m-base", { total: 3.37e9, active: 880e6 }],
  ["ERNIE-4.5-21B-A3B-Base-PT", { total: 21.8e9, active: 3e9 }],
  ["Hunyuan-A13B-Instruct", { total: 80.4e9, active: 13e9 }],
  ["TinyLlama-1.1B-intermediate-step-1431k-3T", { total: 1.1e9 }],
  ["JetMoE-8b", { total: 8.52e9, active: 2.2e9 }],
  ["openmoe-34b-32e", { total: 34e9, active: 6e9 }],
  ["Dolphin-2.9.1-mixtral-1x22b", { total: 22e9 }],
  ["BitNet-b1.58-2B-4T", { total: 2.41e9 }],
  ["MobiLlama-05B", { total: 0.5e9 }],
  ["LWM-Text-1M", { total: 6.74e9 }],
  ["FineWeb-1.8B-100B", { total: 1.8e9 }],
  ["Meta-Llama-3.1-70B-AQLM-2Bit-1x16", { total: 70.6e9 }],
  ["Qwen2.5 (7B)", { total: 7.6e9 }],
];

for (const [name, counts] of realModels) {
  test(`the counts of ${name} are not doubted`, () => {
    assert.deepEqual(doubtedSize({ name, parameters: { ...noCounts, ...counts } }), []);
  });
}

const readings: readonly (readonly [name: string, reading: string | undefined])[] = [
  ["bloom-1b7", "size 1.7"],
  ["MobiLlama-05B", "size 0.5"],
  ["pythia-1b-300b-tokens", "size 1"],
  ["Llama-3-1M-8B", "size 8"],
  ["LWM-Text-1M", undefined],
  ["OLMoE-1B-7B", "total-and-active 7 1"],
  ["FineWeb-1.8B-100B", "size 1.8"],
  ["Kimi-K2-1T-A32B", "total-and-active 1000 32"],
  ["Hunyuan-A13B", "active 13"],
  ["Llama 4 Scout 17B 16E", "active-and-experts 17 272"],
  ["mixtral8x22b", "experts 22 176"],
  ["gemma-3n-E4B", "effective 4"],
  ["GPT-4", undefined],
];

for (const [name, reading] of readings) {
  test(`${name} says ${reading ?? "no size"}, in billions`, () => {
    const named = namedSize(name);
    const said = named && [
      named.kind,
      ...Object.values(named).flatMap((value) => (typeof value === "number" ? value / 1e9 : [])),
    ];
    assert.equal(said?.join(" "), reading);
  });
}

test("a size far from every count is doubted", () => {
  const wrong = [
    ["Llama-2-7B", { total: 13e9 }],
    ["Llama-2-13B", { total: 7e9 }],
    ["Qwen3-30B-A3B", { total: 30.5e9, active: 8e9 }],
    ["Hunyuan-A13B", { total: 80e9, active: 30e9 }],
    ["gemma-7b", { total: 27e9 }],
  ] as const;
  for (const [name, counts] of wrong)
    assert.equal(doubtedSize({ name, parameters: { ...noCounts, ...counts } }).length, 1, name);
});
