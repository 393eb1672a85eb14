import assert from "node:assert/strict";
import type {
  Diagnostic,
  Hover,
  MarkedString,
  MarkupContent,
  Range,
} from "vscode-languageserver-protocol/node";
import { DiagnosticSeverity } from "vscode-languageserver-protocol/node";
import { type BenchDocument, cardDocument, withMistake } from "./documents.ts";
import { Editor } from "./editor.ts";
import type { MeasuredServer } from "./measuredServer.ts";

/** What two servers must agree on before it means something to compare their times. */
interface Answers {
  /** Errors and warnings of a right card: none. */
  readonly ofRight: readonly Range[];
  /** Where the mistake of a wrong card is found. */
  readonly ofWrong: readonly Range[];
  readonly hoverNames: boolean;
  readonly completesBase: boolean;
}

/** Throws when two servers do not find the same mistake, or say nothing where they are asked. */
export async function checkSameAnswers(servers: readonly MeasuredServer[]): Promise<void> {
  for (const kilobytes of [1, 16] as const) {
    const document = cardDocument(kilobytes, 0);
    const wrong = { start: document.completed.character - 1, end: document.completed.character + 3 };
    const { line } = document.completed;
    const expected: Answers = {
      ofRight: [],
      ofWrong: [{ start: { line, character: wrong.start }, end: { line, character: wrong.end } }],
      hoverNames: true,
      completesBase: true,
    };
    for (const server of servers)
      assert.deepEqual(
        await answersOf(server, document),
        expected,
        `${server.name} does not answer as expected about a card of ${kilobytes} KB`,
      );
  }
}

async function answersOf(server: MeasuredServer, right: BenchDocument): Promise<Answers> {
  const editor = await Editor.start(server);
  const { uri, hovered, completed } = right;
  const found = await editor.open(uri, right.text);
  const hover = await editor.hover(uri, hovered);
  const proposals = await editor.complete(uri, completed);
  editor.stop();
  const editorOfWrong = await Editor.start(server);
  const foundWrong = await editorOfWrong.open(uri, withMistake(right).text);
  editorOfWrong.stop();
  return {
    ofRight: mistakes(found),
    ofWrong: mistakes(foundWrong),
    hoverNames: hover !== null && /release date/i.test(textOf(hover.contents)),
    completesBase: proposals.some(({ label }) => label === "base"),
  };
}

/** Errors and warnings; what else one server says (a density, say) the other cannot know. */
function mistakes(diagnostics: readonly Diagnostic[]): Range[] {
  return diagnostics
    .filter(({ severity = DiagnosticSeverity.Error }) => severity <= DiagnosticSeverity.Warning)
    .map(({ range }) => range);
}

function textOf(contents: Hover["contents"]): string {
  if (Array.isArray(contents)) return contents.map(textOfPart).join("\n");
  return textOfPart(contents);
}

function textOfPart(part: MarkupContent | MarkedString): string {
  return typeof part === "string" ? part : part.value;
}
