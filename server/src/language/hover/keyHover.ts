import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import { type CardContext, cardAt, editorRange } from "../cardContext.ts";
import { keyAt } from "../keyAt.ts";
import { escapeMarkdown } from "../markdown.ts";
import { benchmarkSentences, isBenchmarkPath, keySentences } from "../schemaKeys.ts";

/** What a key is for: its title and description, or what a benchmark measures. */
export function keyHoverAt(context: CardContext, position: Position): Hover | null {
  const card = cardAt(context, position);
  const key = card && keyAt(card, context.document.offsetAt(position));
  if (key === undefined) return null;
  const value = keyDocumentation(context, key.path);
  if (value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: editorRange(context, key.range) };
}

/** Documentation of the key at a path, in Markdown. */
export function keyDocumentation({ analysis }: CardContext, path: readonly string[]): string | undefined {
  if (isBenchmarkPath(path)) {
    const benchmark = benchmarkSentences(path[1] ?? "", analysis.settings.reference);
    if (benchmark !== undefined) {
      return [`**${escapeMarkdown(benchmark.title)}**`, ...benchmark.lines.map(escapeMarkdown)].join("\n\n");
    }
  }
  const sentences = keySentences(path);
  if (sentences === undefined) return undefined;
  return `**${escapeMarkdown(sentences.title)}**\n\n${escapeMarkdown(sentences.text)}`;
}
