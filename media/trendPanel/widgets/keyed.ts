import { focusedPlace } from "./listKeys.ts";

/** An element, and the item that it stands for. */
interface Kept {
  readonly json: string;
  readonly element: HTMLElement;
}

const keptIn = new WeakMap<Element, ReadonlyMap<string, Kept>>();

/** What can have the focus. */
const focusable = "button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex]";

/**
 * Lets an element stand for every item, in their order and before whatever else is in `parent`. An element
 * stays while its item does. One whose item has changed is patched or, without `patch`, made anew.
 *
 * The focus is never lost: from an element that is made anew it goes to the same place in the new one, from
 * one that is gone to the first.
 * @param items plain data, compared as JSON
 * @param key tells items apart: who they are, or their place where that is what a person keeps
 * @param patch brings an element to its item, also one just made, and keeps what can have the focus
 * @returns `false` when the focus was in here, and nothing is left to take it
 */
export function updateChildren<Item>(
  parent: Element,
  items: readonly Item[],
  key: (item: Item, place: number) => string,
  make: (item: Item) => HTMLElement,
  patch?: (made: HTMLElement, item: Item) => void,
): boolean {
  const before = keptIn.get(parent) ?? new Map<string, Kept>();
  const now = new Map<string, Kept>();
  for (const [place, item] of items.entries()) {
    const id = unusedKey(key(item, place), now);
    const known = before.get(id);
    const json = JSON.stringify(item);
    const isSame = known?.json === json;
    const element = known === undefined || !(isSame || patch) ? make(item) : known.element;
    if (!isSame) patch?.(element, item);
    now.set(id, { json, element });
  }
  keptIn.set(parent, now);
  const focused = document.activeElement;
  const [focusedKey, focusedKept] = [...before].find(([, { element }]) => element.contains(focused)) ?? [];
  const elements = [...now.values()].map(({ element }) => element);
  // One with the focus goes last: in between the focus would have left the page.
  const wanted = new Set(elements);
  const gone = [...before.values()].filter(({ element }) => !wanted.has(element));
  for (const each of gone) if (each !== focusedKept) each.element.remove();
  let next = parent.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
  if (focusedKey === undefined || focusedKept === undefined) return true;
  const heir = wanted.has(focusedKept.element) ? focused : heirOf(focusedKept, now.get(focusedKey), elements);
  // Also where an element had to be moved.
  if (heir instanceof HTMLElement && heir !== document.activeElement) heir.focus();
  if (!wanted.has(focusedKept.element)) focusedKept.element.remove();
  return heir !== undefined;
}

function heirOf(
  gone: Kept,
  successor: Kept | undefined,
  elements: readonly HTMLElement[],
): HTMLElement | undefined {
  const place = focusedPlace(focusables(gone.element));
  const inside = successor === undefined ? [] : focusables(successor.element);
  return inside[place] ?? inside.at(-1) ?? elements.flatMap(focusables)[0];
}

function focusables(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusable)].filter((each) => each.checkVisibility());
}

/** Items of one key are told apart by their order. */
function unusedKey(key: string, used: ReadonlyMap<string, Kept>): string {
  return used.has(key) ? unusedKey(`${key}′`, used) : key;
}
