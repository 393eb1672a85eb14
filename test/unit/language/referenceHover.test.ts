import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MarkupContent } from "vscode-languageserver-types";
import { referenceHoverAt } from "../../../server/src/language/hover/referenceHover.ts";
import { readReference } from "../../../server/src/references/readReference.ts";
import { curveDetails } from "../../../server/src/wording/curveDetails.ts";
import { markedText } from "../../support/markedText.ts";

const shipped = readFileSync(
  new URL("../../../schemas/references/nmi-2025.reference.yaml", import.meta.url),
  "utf8",
);

/** A reference of one ladder, as \`densing fit --ladder\` writes it. */
const ladder = `name: gsm8k-ladder
provenance: Six sizes of one family.
training_tokens: 5e12
largest_fitted_parameters: 72e9
curves:
  gsm8k:
    ladder: { c: 90, d: 0, n50: 2e9, k: 1 }
    calibrated_on: Qwen2.5
    validated_scores: { above: 10, up_to: 85 }
composite: { id: gsm8k, of: [gsm8k] }
hardware: { flops_per_second: 82.58e12, bytes_per_second: 1.01e12, input_tokens: 100, bytes_per_parameter: 1 }
`;

/** The Markdown at the mark, read without its escapes; \`undefined\` without a hover. */
function hover(marked: string): string | undefined {
  const { text, positions } = markedText(marked);
  const [position] = positions;
  assert.ok(position);
  const document = TextDocument.create("file:///own.reference.yaml", "yaml", 1, text);
  const contents = referenceHoverAt(document, position)?.contents;
  return MarkupContent.is(contents)
    ? contents.value.replaceAll("\\", "").replaceAll("\u00a0", " ")
    : undefined;
}

/** The shipped reference with a mark inside the first place a pattern finds. */
function shippedAt(text: string, mark: string): string {
  const marked = shipped.replace(text, mark);
  assert.notEqual(marked, shipped);
  return marked;
}

test("a curve says which sizes it reads off a few scores, under the other minimum too", () => {
  // By equations 3 and 4, apart from this code: N_hat of MMLU at 5e12 tokens, both minima.
  assert.equal(
    hover(shippedAt("  mmlu:\n    loss_law", "  mm‸lu:\n    loss_law")),
    `**MMLU: effective parameters at a few scores**

| Score | Effective parameters | Other minimum |
|:--|--:|--:|
| 30 % | 65.2 M | 8.48 M |
| 40 % | 292 M | 19.2 M |
| 50 % | 943 M | 39.7 M |
| 60 % | 2.94 B | 90.1 M |
| 70 % | 10.6 B, extrapolated | 283 M |
| 80 % | 59.5 B, extrapolated | 3.00 B |
| 89.2 % | 1.00 T, extrapolated, imprecise | none |

nmi-2025, D₀ 5 × 10¹² tokens.

Sizes are read off scores above 20.7 %, up to 89.2 %. Its own models lie 3.0 points from the curve (root mean square).

Extrapolated beyond 4 B, the largest model of the score fit.`,
  );
});

test("values of a curve show the curve; keys in it, and elsewhere, say what they are for", () => {
  const curve = hover(shippedAt("  average:\n", "  aver‸age:\n"));
  assert.match(curve ?? "", /^\*\*average: effective parameters/);
  assert.equal(hover(shippedAt("a: 2.0317", "a: 2.‸0317")), curve);
  assert.equal(hover(shippedAt("{ a: 2.0317", "{ ‸a: 2.0317")), curve);
  assert.match(hover(shippedAt("score_law:", "score‸_law:")) ?? "", /S\(L\) = c/);
  assert.match(
    hover(ladder.replace("    validated_scores:", "    valid‸ated_scores:")) ?? "",
    /^\*\*Validated scores/,
  );
  assert.match(hover(shippedAt("hardware:", "hard‸ware:")) ?? "", /^\*\*Hardware/);
  assert.equal(hover(shippedAt("# The reference", "# The ref‸erence")), undefined);
});

test("a ladder names its family and has no other minimum", () => {
  // N = n50 (c / (S - d) - 1)^(-1/k): at 20 % 2 / 3.5 billion, at 40 % 2 / 1.25, at 60 % 2 / 0.5, at 80 % 2 / 0.125.
  assert.equal(
    hover(ladder.replace("  gsm8k:", "  gsm‸8k:")),
    `**gsm8k: effective parameters at a few scores**

| Score | Effective parameters |
|:--|--:|
| 20 % | 571 M |
| 40 % | 1.60 B |
| 60 % | 4.00 B |
| 80 % | 16.0 B |
| 85 % | 34.0 B, imprecise |

gsm8k-ladder, calibrated on the sizes of Qwen2.5.

Sizes are read off scores above 10.0 %, up to 85.0 %. No residual is given, so an interval holds the sampling error alone.`,
  );
});

test("while the file has errors, keys still explain themselves", () => {
  const broken = shipped.replace("residual: 3.0", "residual: [");
  assert.match(hover(broken.replace("  mmlu:\n", "  mm‸lu:\n")) ?? "", /^\*\*Curve\*\*/);
  assert.match(hover(broken.replace("training_tokens:", "training‸_tokens:")) ?? "", /^\*\*Training tokens/);
});

test("absurd coefficients do not make an endless table", () => {
  const reading = readReference(ladder);
  assert.ok(reading.kind === "reference");
  const curve = reading.reference.curves.get("gsm8k");
  assert.ok(curve?.kind === "ladder");
  const absurd = {
    ...curve,
    ladder: { ...curve.ladder, c: 9e12, d: -9e11 },
    validatedScores: { above: -8e11, upTo: 8e11 },
  };
  const reference = { ...reading.reference, curves: new Map([["gsm8k", absurd]]) };
  assert.equal(curveDetails(reference, "gsm8k")?.rows.length, 5);
});

test("coefficients that no score can have are an error, so the curve is not explained", () => {
  const absurd = ladder.replace("c: 90, d: 0", "c: 9e12, d: -9e11");
  const reading = readReference(absurd);
  assert.ok(reading.kind === "invalid");
  assert.match(reading.problems.join("; "), /gsm8k: its scores would start at d = -900000000000, below 0/);
  assert.match(hover(absurd.replace("  gsm8k:", "  gsm‸8k:")) ?? "", /^\*\*Curve\*\*/);
});
