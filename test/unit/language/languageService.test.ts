import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createLanguageService } from "../../../server/src/language/languageService.ts";
import type { OpenFile } from "../../../server/src/language/openFile.ts";
import { checkOtherFile } from "../../../server/src/method/checkSettingsFile.ts";
import { cardText } from "../../support/cardText.ts";
import { nmi2025 } from "../../support/nmi2025.ts";
import { openText, testToday } from "../../support/openCards.ts";

const service = createLanguageService();
const top = { line: 0, character: 8 };
const whole = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
const completing = { today: testToday, snippets: false };
const fixing = { only: undefined, canCreateFiles: true };

function openCard(text: string): OpenFile {
  const { context, findings } = openText(text);
  return { kind: "card", document: context.document, context, findings: () => findings };
}

function openSettings(text: string): OpenFile {
  const document = TextDocument.create("file:///cards/densing.yaml", "yaml", 1, text);
  const context = { document, reference: nmi2025, referenceFiles: [] };
  return { kind: "settings", document, context, findings: () => checkOtherFile("densing.yaml", text) };
}

function openReference(text: string): OpenFile {
  const document = TextDocument.create("file:///cards/own.reference.yaml", "yaml", 1, text);
  return { kind: "reference", document, findings: () => checkOtherFile("own.reference.yaml", text) };
}

/** Every question of the service that only cards have an answer to. */
function answersOfCards(file: OpenFile) {
  return {
    lenses: service.lenses(file),
    symbols: service.symbols(file),
    definition: service.definition(file, top),
    references: service.references(file, top, true),
    highlights: service.highlights(file, top),
    renameTarget: service.renameTarget(file, top),
    rename: service.rename(file, top, "Another"),
    links: service.links(file),
    folding: service.folding(file),
    selections: service.selections(file, [top]),
    inlayHints: service.inlayHints(file, whole),
  };
}

describe("the door to what editors can ask", () => {
  it("has an answer to every question about a card", () => {
    const card = openCard(`${cardText()}sources: [https://example.org/paper]\n`);
    for (const [question, answer] of Object.entries(answersOfCards(card)))
      assert.ok(Array.isArray(answer) ? answer.length > 0 : answer !== null, question);
    assert.ok(service.hover(card, top));
    assert.equal(service.hoverShowsTrend(card, top), true);
    assert.ok(service.complete(card, { line: 100, character: 0 }, completing).length > 0);
    assert.deepEqual(
      service.diagnose(card, { density: true }).filter(({ code }) => code === "density").length,
      1,
    );
    assert.ok(service.diagnose(card, { density: false }).every(({ code }) => code !== "density"));
  });

  it("offers fixes of the kinds that are asked for", () => {
    const card = openCard(cardText().replace("kind: base", "kind: bsae"));
    const kinds = (only?: readonly string[]) =>
      new Set(service.fixes(card, whole, { ...fixing, only }).map(({ kind }) => kind));
    assert.ok(kinds().has("quickfix"));
    assert.deepEqual(kinds(["quickfix"]), new Set(["quickfix"]));
    assert.deepEqual(kinds(["source"]), new Set());
  });

  it("splits a stream only where an edit can create files", () => {
    const stream = openCard(`${cardText()}---\n${cardText().replace(/^name: .*/m, "name: Other")}`);
    const splits = (canCreateFiles: boolean) =>
      service.fixes(stream, whole, { ...fixing, canCreateFiles }).filter(({ title }) => /file/i.test(title))
        .length;
    assert.ok(splits(true) > splits(false));
  });

  it("says of settings what can stand there, what it means, and what is wrong", () => {
    const settings = openSettings("d0: much\n");
    assert.equal(service.diagnose(settings, { density: true }).length, 1);
    assert.match(JSON.stringify(service.hover(settings, { line: 0, character: 1 })), /training tokens/i);
    assert.ok(service.complete(settings, { line: 1, character: 0 }, completing).length > 5);
  });

  it("says of a reference what its keys mean, and what is wrong", () => {
    const reference = openReference("name: ours\n");
    assert.ok(service.hover(reference, { line: 0, character: 1 }));
    assert.ok(service.diagnose(reference, { density: true }).length > 0);
    assert.deepEqual(service.complete(reference, { line: 1, character: 0 }, completing), []);
  });

  it("has nothing to say of other files where only cards are meant", () => {
    for (const file of [openSettings("d0: 1e12\n"), openReference("name: ours\n")]) {
      for (const [question, answer] of Object.entries(answersOfCards(file)))
        assert.ok(Array.isArray(answer) ? answer.length === 0 : answer === null, `${file.kind}: ${question}`);
      assert.equal(service.hoverShowsTrend(file, top), false);
    }
  });

  it("keeps a lens while its card cannot be read, until the file is closed", () => {
    const good = openCard(cardText());
    const broken = openCard(cardText().replace("name: ", "name: ["));
    const [lens] = service.lenses(good);
    assert.ok(lens);
    assert.equal(service.lenses(broken)[0]?.command?.title, lens.command?.title);
    service.forget(broken.document.uri);
    assert.deepEqual(service.lenses(broken), []);
  });
});
