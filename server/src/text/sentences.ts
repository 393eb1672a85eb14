/** The text with a capital at its start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A phrase as a sentence. */
export function sentence(phrase: string): string {
  return `${capitalised(phrase)}.`;
}

/** Items as people list them: "MATH", "MATH and MBPP", "base, pruned and distilled". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
