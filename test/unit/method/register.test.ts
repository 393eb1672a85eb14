import assert from "node:assert/strict";
import { describe, it } from "node:test";
import manifest from "../../../package.json" with { type: "json" };
import texts from "../../../package.nls.json" with { type: "json" };
import schema from "../../../schemas/workspace.schema.json" with { type: "json" };
import { choicesOf, collectionCommand, withTrendChoices } from "../../../server/src/cli/collectionOptions.ts";
import { parseEditorSettings } from "../../../server/src/lsp/editorSettings.ts";
import { methodAlternatives } from "../../../server/src/method/alternatives.ts";
import { isPaperMethod } from "../../../server/src/method/assumptions.ts";
import { choices, type Field, fields, type MethodValues } from "../../../server/src/method/choices.ts";
import { readChoices, settingsOf } from "../../../server/src/method/collectionSettings.ts";
import {
  agree,
  choiceMade,
  completeMethod,
  readMethodChoices,
  standardOf,
} from "../../../server/src/method/methodChoices.ts";
import { fieldsInFile, settingsKeys } from "../../../server/src/method/settingsKeys.ts";
import { flagsOf, settingsText } from "../../../server/src/panel/equivalents.ts";
import { panelControls } from "../../../server/src/panel/panelControls.ts";
import { paperChoices } from "../../../server/src/panel/panelResets.ts";
import { shippedReferenceNames } from "../../../server/src/references/references.ts";
import { nmi2025 } from "../../support/nmi2025.ts";
import { panelContext } from "../../support/panelContexts.ts";

interface Property {
  readonly type?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Property;
  readonly anyOf?: readonly Property[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

const properties: Readonly<Record<string, Property>> = schema.properties;
const settings: Readonly<Record<string, Property & { readonly markdownDescription?: string }>> =
  manifest.contributes.configuration.properties;
const descriptions = new Map(Object.entries(texts));

/** Values to try a choice with: what is proposed, its words, the examples of the schema, and none. */
function valuesOf<Name extends Field>(field: Name): MethodValues[Name][] {
  const { key, value, flag, proposals, reach } = choices[field];
  const proposed = proposals?.({
    reference: nmi2025,
    shippedReferences: shippedReferenceNames,
    ownReferences: [],
    benchmarkName: () => undefined,
    isItem: false,
  });
  const typed = [
    ...(proposed ?? []).map(({ text }) => text),
    ...(value.words ?? []),
    ...(reach === "flag" ? ["300", "7"] : []),
  ].flatMap((text) => {
    const reading = value.parse(text);
    return reading.kind === "value" ? [reading.value] : [];
  });
  const examples = (properties[key]?.examples ?? []).flatMap((example) => {
    const read = value.read(example);
    return read === undefined ? [] : [read];
  });
  const none = flag.no === undefined ? [] : [flag.no.value];
  const bare = flag.bare === undefined ? [] : [flag.bare];
  return [...typed, ...examples, ...none, ...bare];
}

/** A value that is not the paper's. */
function otherThanPaper<Name extends Field>(field: Name): MethodValues[Name] {
  const paper = choices[field].paper(nmi2025);
  const other = valuesOf(field).find((value) => !agree(value, paper));
  if (other === undefined) throw new Error(`No value of ${field} is another than the paper's`);
  return other;
}

/** The choices of a command line, as `densing trend` reads them. */
function parsed(flags: readonly string[]) {
  const command = withTrendChoices(collectionCommand("trend")).exitOverride();
  command.parse([...flags], { from: "user" });
  return choicesOf(command.opts());
}

/** What every choice must do; the register is walked, so a new one needs no test of its own. */
function describeChoice<Name extends Field>(field: Name): void {
  const { key, value, flag, reach, settle, of, paper, isQuestion } = choices[field];
  const tried = valuesOf(field);

  describe(`the choice ${key}`, () => {
    it("has values to try that are not the paper's", () => {
      assert.ok(tried.length > 0);
      assert.ok(!agree(otherThanPaper(field), paper(nmi2025)));
    });

    it("is a flag that reads what is written of it, and takes a limit back", () => {
      for (const each of tried) {
        const flags = flagsOf(field, choiceMade(field, each));
        assert.deepEqual(parsed(flags), choiceMade(field, each), flags.join(" "));
      }
      if (flag.no !== undefined) assert.deepEqual(parsed([`--no-${key}`])[field], flag.no.value);
      if (flag.bare !== undefined) assert.deepEqual(parsed([`--${key}`])[field], flag.bare);
      assert.deepEqual(parsed([]), {});
    });

    it("decides settings that say it again", () => {
      for (const each of tried) {
        const changed = settingsOf(choiceMade(field, each), nmi2025);
        // A reference is found by its name before it is settled.
        if (field !== "reference") assert.ok(agree(of(changed), each), String(each));
        for (const [name, decided] of Object.entries(settle(each, nmi2025)))
          assert.deepEqual(Object.entries(changed).find(([other]) => other === name)?.[1], decided);
      }
    });

    if (reach === "flag") return;

    it("is a key of densing.yaml that reads what is written of it", () => {
      for (const each of tried) {
        const method = completeMethod(choiceMade(field, each), nmi2025);
        const reading = readChoices(settingsText(method, {}));
        assert.ok(reading.kind === "choices", settingsText(method, {}));
        assert.ok(agree(completeMethod(reading.choices, nmi2025)[field], each), String(each));
        assert.deepEqual(reading.unknownKeys, []);
      }
    });

    it("is in the schema of densing.yaml with its words, its default and a description", () => {
      const property = properties[key];
      assert.ok(property?.title && property.description);
      const list = property.items ?? property.anyOf?.find(({ items }) => items !== undefined)?.items;
      assert.deepEqual(list?.enum ?? property.enum, value.words);
      if (property.default !== undefined)
        assert.deepEqual(property.default, value.write(standardOf(field, nmi2025)));
      assert.ok((property.examples ?? []).length > 0);
      for (const example of property.examples ?? [])
        assert.notEqual(value.read(example), undefined, JSON.stringify(example));
    });

    it("is kept by a page", () => {
      for (const each of tried)
        assert.deepEqual(
          readMethodChoices(JSON.parse(JSON.stringify({ [field]: each }))),
          choiceMade(field, each),
        );
      assert.deepEqual(readMethodChoices({ [field]: { of: "another kind" } }), {});
    });

    it("has an entry in a menu, and one that leads back to the paper", () => {
      const other = otherThanPaper(field);
      const context = panelContext(choiceMade(field, other));
      const options = panelControls(context).flatMap(({ groups }) =>
        groups.flatMap((group) => group.options),
      );
      const taken = options.map(({ choices: after }) => after[field] ?? standardOf(field, nmi2025));
      assert.ok(taken.some((each) => agree(each, other)));
      assert.ok(taken.some((each) => agree(each, paper(nmi2025))));
    });

    it(isQuestion ? "stays on the way back to the paper" : "goes on the way back to the paper", () => {
      const made = choiceMade(field, otherThanPaper(field));
      const after = paperChoices(panelContext(made));
      assert.deepEqual(after, { ...(isQuestion && made), estimator: "records" });
      assert.ok(isPaperMethod(panelContext(after).analysis.settings));
      const folder = panelContext({}, made);
      assert.equal(paperChoices(folder)[field] === undefined, isQuestion === true);
    });

    it("is a setting of the editor where it reaches so far", () => {
      const setting = settings[`densing.${key}`];
      assert.equal(setting !== undefined, reach === "editor");
      if (setting === undefined) return;
      assert.equal(setting.markdownDescription, `%setting.${key}%`);
      assert.deepEqual(setting.items?.enum ?? setting.enum?.filter((word) => word !== ""), value.words);
      assert.deepEqual(
        parseEditorSettings({ [key]: setting.default }).choices,
        {},
        "the default is no choice",
      );
      for (const each of tried) {
        const written = Array.isArray(each) ? each : value.write(each);
        assert.deepEqual(parseEditorSettings({ [key]: written }).choices, choiceMade(field, each));
      }
    });

    it("says in the editor what can be chosen, what holds otherwise and what wins", () => {
      if (reach !== "editor") return;
      const description = descriptions.get(`setting.${key}`) ?? "";
      const [chosen = "", empty = ""] = description.split(" Empty: ");
      for (const word of field === "reference" ? shippedReferenceNames : (value.words ?? []))
        assert.ok(chosen.includes(`\`${word}\``), `${word} in ${chosen}`);
      const [defaults = ""] = empty.split(". ");
      for (const word of value
        .toArguments(standardOf(field, nmi2025))
        .flatMap((argument) => argument.split(",")))
        assert.ok(defaults.includes(word), `${word} in ${defaults}`);
      assert.match(empty, /A `densing\.yaml` wins\.$/);
    });
  });
}

for (const field of fields) describeChoice(field);

describe("the register", () => {
  it("has every key of densing.yaml, but for those that are no choice of the method", () => {
    const others = settingsKeys.filter((key) => !fieldsInFile.some((field) => choices[field].key === key));
    assert.deepEqual(others, ["files", "rules"]);
    assert.equal(fieldsInFile.length + others.length, settingsKeys.length);
  });

  it("has every setting of the editor that changes numbers", () => {
    const keys = fields.map((field) => `densing.${choices[field].key}`);
    assert.deepEqual(
      Object.keys(settings).filter((name) => !keys.includes(name)),
      [
        "densing.diagnostics.scope",
        "densing.densityDiagnostic",
        "densing.codeLens",
        "densing.inlayHints",
        "densing.trace.server",
      ],
    );
  });

  it("makes rows that change what they take, and nothing else", () => {
    const context = panelContext();
    const rows = methodAlternatives(context);
    for (const { label, settings: changed, takes } of rows) {
      const differing = fields.filter(
        (field) => !agree(choices[field].of(changed), choices[field].of(context.analysis.settings)),
      );
      if (takes === undefined) assert.deepEqual(differing, [], label);
      for (const field of differing) assert.ok(takes !== undefined && takes[field] !== undefined, label);
    }
    const inRows = fields.filter((field) => rows.some(({ takes }) => takes?.[field] !== undefined));
    const withRows = fields.filter((field) => choices[field].rows !== undefined);
    assert.deepEqual(
      withRows.filter((field) => !inRows.includes(field)),
      [],
    );
  });
});
