import { countedScore } from "../density/basisScore.ts";
import type { EvaluationProtocol } from "../density/model.ts";
import { counted } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";
import { benchmarkName } from "../wording/benchmarkNames.ts";
import type { CardRule } from "./rule.ts";

/** A score that says it was measured otherwise than the reference expects is on another scale. */
export const protocolDiffers: CardRule = ({ model }, { settings: { reference } }) =>
  [...model.scores].flatMap(([id, scores]) => {
    const expected = reference.protocols.get(id);
    const score = countedScore(reference, id, scores);
    if (expected === undefined || score === undefined) return [];
    const differences = differencesOf(score.protocol, expected);
    if (differences.length === 0) return [];
    const message = `${benchmarkName(id)} was measured with ${listed(differences.map(({ is }) => is))}; ${reference.name} expects ${listed(differences.map(({ should }) => should))}. The density is less certain than its digits.`;
    return [
      {
        code: "protocol-differs" as const,
        about: { benchmark: id, result: scores.indexOf(score) },
        message,
      },
    ];
  });

interface Difference {
  readonly is: string;
  readonly should: string;
}

/** Only what both state can differ. */
function differencesOf(stated: EvaluationProtocol, expected: EvaluationProtocol): Difference[] {
  const differences: Difference[] = [];
  if (stated.shots !== undefined && expected.shots !== undefined && stated.shots !== expected.shots) {
    differences.push({ is: counted(stated.shots, "shot"), should: String(expected.shots) });
  }
  const [is, should] = [stated.chainOfThought, expected.chainOfThought];
  if (is !== undefined && should !== undefined && is !== should) {
    differences.push({ is: thought(is), should: thought(should) });
  }
  const isHarness = stated.harness !== undefined && expected.harness !== undefined;
  if (isHarness && stated.harness.toLowerCase() !== expected.harness.toLowerCase()) {
    differences.push({ is: stated.harness, should: expected.harness });
  }
  return differences;
}

function thought(has: boolean): string {
  return has ? "chain of thought" : "no chain of thought";
}
