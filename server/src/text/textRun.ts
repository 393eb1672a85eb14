/** A piece of a sentence that is drawn in one weight. */
export interface TextRun {
  readonly text: string;
  readonly emphasis: "plain" | "strong";
}

/** A run in the weight of its sentence. */
export function plain(text: string): TextRun {
  return { text, emphasis: "plain" };
}

/** A run that carries the sentence's finding. */
export function strong(text: string): TextRun {
  return { text, emphasis: "strong" };
}

/** The words alone, for terminals, screen readers and file names. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join("");
}
