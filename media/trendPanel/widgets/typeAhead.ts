/** Letters typed within this time belong to one word. */
const wordMilliseconds = 700;

/** Goes to an item by the beginning of its name. */
export class TypeAhead {
  #typed = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether a space would belong to the word. */
  get isTyping(): boolean {
    return this.#typed !== "";
  }

  /** @returns the place of the label that fits, from the present one on; -1 when none does */
  press(letter: string, labels: readonly string[], place: number): number {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#typed = "";
    }, wordMilliseconds);
    this.#typed += letter.toLowerCase();
    // One letter goes on to the next item; a longer word may stay where it is.
    const start = this.#typed.length === 1 ? place + 1 : Math.max(place, 0);
    const places = labels.map((_, index) => (start + index) % labels.length);
    return places.find((index) => labels[index]?.toLowerCase().startsWith(this.#typed)) ?? -1;
  }
}
