import type { MeasurementDoubt, MeasurementFlag } from "../density/measurementDoubts.ts";
import type { EvaluationProtocol } from "../density/model.ts";
import { formatPercent } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";
import { benchmarkName } from "./benchmarkNames.ts";

/** What is doubtful about how scores were measured, as one sentence with each number behind it. */
export function doubtSentence(flag: MeasurementFlag, doubts: readonly MeasurementDoubt[]): string {
  const phrases = doubts.filter((doubt) => doubt.flag === flag).map(doubtPhrase);
  return `${openings[flag]}: ${listed(phrases)}.`;
}

const openings: Readonly<Record<MeasurementFlag, string>> = {
  "near-chance": "Near chance",
  "protocol-differs": "Other protocol",
  "harness-differs": "Other harness",
};

function doubtPhrase({ flag, benchmark, score, expected, chancePercent = 0 }: MeasurementDoubt): string {
  const name = benchmarkName(benchmark);
  switch (flag) {
    case "near-chance":
      return `${name} ${formatPercent(score.percent, 1)} cannot be told from the ${formatPercent(chancePercent, 0)} that guessing earns`;
    case "protocol-differs":
      return `${name} is ${protocolPhrase(score.protocol)}, the reference ${protocolPhrase(expected)}`;
    case "harness-differs":
      return `${name} is from ${score.protocol.harness ?? "another programme"}, the reference from ${expected.harness ?? "another"}`;
  }
}

/** A protocol in words: "3-shot with chain of thought". */
export function protocolPhrase({ shots, chainOfThought }: EvaluationProtocol): string {
  const parts = [
    ...(shots === undefined ? [] : [`${shots}-shot`]),
    ...(chainOfThought === undefined ? [] : [`${chainOfThought ? "with" : "without"} chain of thought`]),
  ];
  return parts.join(" ") || "not stated";
}
