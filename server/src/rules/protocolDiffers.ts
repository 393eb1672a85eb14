import type { ProtocolDifference } from "../cards/findings/collectionSubjects.ts";
import { countedScore } from "../density/basisScore.ts";
import type { EvaluationProtocol } from "../density/model.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** A score that says it was measured otherwise than the reference expects is on another scale. */
export const protocolDiffers: CardRule = ({ model }, { settings: { reference } }) =>
  [...model.scores].flatMap(([id, scores]): readonly RuleFinding[] => {
    const expected = reference.protocols.get(id);
    const score = countedScore(reference, id, scores);
    if (expected === undefined || score === undefined) return [];
    const differences = differencesOf(score.protocol, expected);
    if (differences.length === 0) return [];
    return [
      {
        part: { benchmark: id, result: scores.indexOf(score) },
        subject: { kind: "protocol-differs", benchmark: id, reference: reference.name, differences },
      },
    ];
  });

/** Only what both state can differ. */
function differencesOf(stated: EvaluationProtocol, expected: EvaluationProtocol): ProtocolDifference[] {
  const differences: ProtocolDifference[] = [];
  if (stated.shots !== undefined && expected.shots !== undefined && stated.shots !== expected.shots)
    differences.push({ of: "shots", is: stated.shots, should: expected.shots });
  const [is, should] = [stated.chainOfThought, expected.chainOfThought];
  if (is !== undefined && should !== undefined && is !== should)
    differences.push({ of: "chain-of-thought", is, should });
  const isHarness = stated.harness !== undefined && expected.harness !== undefined;
  if (isHarness && stated.harness.toLowerCase() !== expected.harness.toLowerCase())
    differences.push({ of: "harness", is: stated.harness, should: expected.harness });
  return differences;
}
