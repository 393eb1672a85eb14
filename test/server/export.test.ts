import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { firstQuestion, type PanelQuestion } from "../../server/src/panel/panelQuestion.ts";
import type { ExportFormat } from "../../server/src/protocol.ts";
import { kindChoices } from "../../server/src/trend/collection/membership.ts";
import { densing, projectRoot } from "../support/commandLine.ts";
import { startTestServer, type TestServer } from "../support/languageServer.ts";
import { epochDay } from "../support/models.ts";

const folder = join(projectRoot, "samples/densing-law-2025");

describe("an export of the panel has the bytes that the command line prints in the folder", () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer([], { roots: [folder] });
    await server.collections(([first]) => first?.isIndexed === true);
  });
  after(() => server.stop());

  const exported = (format: ExportFormat, change: Partial<PanelQuestion> = {}) =>
    server.request("densing/export", { question: { ...firstQuestion, ...change }, format });

  async function assertSame(
    format: ExportFormat,
    change: Partial<PanelQuestion>,
    flags: string,
  ): Promise<void> {
    const file = await exported(format, change);
    const { stdout, stderr, exitCode } = densing(`trend ${flags}`, folder);
    assert.equal(exitCode, 0, stderr);
    assert.equal(file?.text, stdout);
  }

  for (const figure of ["time", "benchmarks", "sizes", "curves"] as const) {
    it(`the figure ${figure} as SVG`, () =>
      assertSame("svg", { view: figure }, `--format svg --figure ${figure}`));
  }

  it("the figure under other choices", () =>
    assertSame(
      "svg",
      {
        choices: {
          basis: "mmlu",
          denominator: "total",
          estimator: "quantile",
          tau: 0.95,
          without: ["Phi-1-1.2B"],
        },
      },
      "--format svg --basis mmlu --denominator total --estimator quantile --tau 0.95 --without Phi-1-1.2B",
    ));

  it("the points as CSV, from whichever view", async () => {
    await assertSame("csv", {}, "--format csv");
    const choices = { kinds: ["base"], d0: 1e12, sinceEpochDay: epochDay("2024-01-01") } as const;
    await assertSame(
      "csv",
      { view: "methods", choices },
      "--format csv --kinds base --d0 1e12 --since 2024-01-01",
    );
  });

  it("the fit as JSON, with the break that was chosen", async () => {
    await assertSame("json", {}, "--format json");
    const choices = { basis: "mmlu", breakEpochDay: epochDay("2024-01-01") };
    await assertSame("json", { choices }, "--format json --basis mmlu --break 2024-01-01");
  });

  it("the caption as Markdown", async () => {
    await assertSame("markdown", {}, "--format markdown");
    const choices = { estimator: "all", untilEpochDay: epochDay("2024-06-30") } as const;
    await assertSame(
      "markdown",
      { view: "sizes", choices },
      "--format markdown --estimator all --until 2024-06-30",
    );
  });

  it("under the choices that its own command line names", async () => {
    const choices = {
      kinds: kindChoices,
      d0: 1.5e13,
      estimator: "quantile",
      tau: 0.95,
      without: ["Phi-1-1.2B", "Yi-6B"],
      breakEpochDay: epochDay("2024-01-01"),
    } as const;
    const command = await exported("command", { choices });
    const flags = command?.text.replace(/^densing trend /, "") ?? "";
    await assertSame("json", { choices }, `--format json ${flags}`);
  });

  it("has a name that says what it is, and the size of a picture", async () => {
    const picture = await exported("svg", { view: "sizes" });
    assert.equal(picture?.fileName, "effective-parameters.svg");
    const { width, height } = picture.size ?? {};
    assert.match(picture.text, new RegExp(`^<svg[^>]* width="${width}" height="${height}"`));
    const names = ["csv", "json", "markdown", "settings"] as const;
    assert.deepEqual(await Promise.all(names.map(async (format) => (await exported(format))?.fileName)), [
      "density-trend.csv",
      "density-trend.json",
      "density-trend.md",
      "densing.yaml",
    ]);
  });

  it("is none where nothing is drawn, or the choices do not fit together", async () => {
    assert.equal(await exported("svg", { view: "methods" }), null);
    assert.equal(await exported("csv", { choices: { basis: "no-such-benchmark" } }), null);
  });
});
