import { availableBasis, type Basis, isMeanOfScores } from "../density/basisScore.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { Reference } from "../density/reference.ts";
import { countInWords } from "../text/numbers.ts";

const properNames: ReadonlyMap<BenchmarkId, string> = new Map([
  ["mmlu", "MMLU"],
  ["bbh", "BBH"],
  ["math", "MATH"],
  ["humaneval", "HumanEval"],
  ["mbpp", "MBPP"],
]);

/** The name the paper's benchmarks are known by; the id of any other. */
export function benchmarkName(id: BenchmarkId): string {
  return properNames.get(id) ?? id;
}

/** What a basis is called: "average of five" for the composite, else the benchmark's name. */
export function basisName(basis: Basis, reference: Reference): string {
  if (basis === availableBasis) return `available of ${countInWords(reference.composite.of.length)}`;
  return isMeanOfScores(basis, reference)
    ? `${basis} of ${countInWords(reference.composite.of.length)}`
    : benchmarkName(basis);
}
