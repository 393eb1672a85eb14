/** The two arrows that go through a list. */
export interface ListArrows {
  readonly next: string;
  readonly previous: string;
}

export const upAndDown: ListArrows = { next: "ArrowDown", previous: "ArrowUp" };
export const leftAndRight: ListArrows = { next: "ArrowRight", previous: "ArrowLeft" };

/**
 * Where a key leads in a list that goes round; from -1 when none of it has the focus.
 * @returns `undefined` for a key that does not go through lists
 */
export function stepInList(
  key: string,
  arrows: ListArrows,
  place: number,
  length: number,
): number | undefined {
  switch (key) {
    case arrows.next:
      return (place + 1) % length;
    case arrows.previous:
      return place <= 0 ? length - 1 : place - 1;
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}

/** The place of the element in focus; -1 when it is none of them. */
export function focusedPlace(elements: readonly Element[]): number {
  const { activeElement } = document;
  return activeElement === null ? -1 : elements.indexOf(activeElement);
}

/** Lets arrows, Home and End move the focus through elements, once it is at one of them. */
export function rovingFocus(
  container: HTMLElement,
  arrows: ListArrows,
  elements: () => readonly HTMLElement[],
): void {
  container.addEventListener("keydown", (event) => {
    const all = elements();
    const place = focusedPlace(all);
    const next = stepInList(event.key, arrows, place, all.length);
    if (place < 0 || next === undefined) return;
    all[next]?.focus();
    event.preventDefault();
  });
}

/** Makes all of them one stop for the Tab key. */
export function setTabStop(elements: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const each of elements) each.tabIndex = each === stop ? 0 : -1;
}
