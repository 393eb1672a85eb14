import type { BenchmarkId } from "../density/model.ts";
import type { ReferenceFile } from "./referenceFile.ts";

type CompositeText = ReferenceFile["composite"];

/** What densities are read from, or why that cannot be told. */
export type FitComposite =
  | { readonly kind: "composite"; readonly composite: CompositeText; readonly notes: readonly string[] }
  | {
      readonly kind: "none";
      readonly problem: string;
      /** What to write, where there is something to write. */
      readonly advice: readonly string[];
    };

/** What is known of a reference once its curves are fitted. */
export interface FittedBenchmarks {
  /** The composite as somebody wrote it. */
  readonly written: CompositeText | undefined;
  /** Benchmarks with losses of runs. */
  readonly measured: readonly BenchmarkId[];
  /** Those of them that have a curve. */
  readonly fitted: readonly BenchmarkId[];
  /** Whether there is a YAML file that the composite can be written to. */
  readonly hasYaml: boolean;
}

/**
 * The composite of a fitted reference: as written; else `average` as the mean of the others, or the one
 * benchmark that has a curve. A mean is never made of fewer scores because a curve is missing: its own
 * curve was measured on all of them.
 */
export function fitComposite({ written, measured, fitted, hasYaml }: FittedBenchmarks): FitComposite {
  const where = hasYaml ? "" : " in a YAML file and name it beside the tables";
  const [only, ...otherFits] = fitted;
  const composite = written ?? standardComposite(measured);
  if (composite === undefined && only !== undefined && otherFits.length === 0) {
    return {
      kind: "composite",
      composite: { id: only, of: [only] },
      notes: [`note: ${only} is the only benchmark with a curve; densities are read from it.`],
    };
  }
  if (composite === undefined) {
    return {
      kind: "none",
      problem: `it must say which curve densities are read from by default: add composite: { id: average, of: [...] }${where}`,
      advice: [],
    };
  }
  const missing = [...new Set([composite.id, ...composite.of])].filter((id) => !fitted.includes(id));
  if (missing.length === 0) return { kind: "composite", composite, notes: [] };
  return {
    kind: "none",
    problem: `the composite needs a curve for ${missing.join(", ")}`,
    advice:
      only === undefined
        ? []
        : [
            `There are curves for ${fitted.join(", ")}. To go without the others, say which one densities are read from: write composite: { id: ${only}, of: [${only}] }${where}.`,
          ],
  };
}

/** One benchmark stands for itself; `average` is the mean of the others. */
function standardComposite(measured: readonly BenchmarkId[]): CompositeText | undefined {
  const [first, ...others] = measured;
  if (first === undefined) return undefined;
  if (others.length === 0) return { id: first, of: [first] };
  return measured.includes("average")
    ? { id: "average", of: measured.filter((id) => id !== "average") }
    : undefined;
}
