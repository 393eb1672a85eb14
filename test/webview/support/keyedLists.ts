/// <reference lib="dom" />
import { updateChildren } from "../../../media/trendPanel/widgets/keyed.ts";

/** A button with its name as text; or a line of text. */
export interface ListItem {
  readonly name: string;
  readonly value: number;
  readonly isText?: boolean;
}

/** A list that is shown, a button of it that gets the focus, and the list that is shown then. */
export interface ListUpdate {
  readonly first: readonly ListItem[];
  readonly focusedName?: string | undefined;
  readonly second: readonly ListItem[];
  /** Whether items are told apart by their place instead of their name. */
  readonly isByPlace?: boolean;
}

/** What the list looks like then. */
export interface UpdatedList {
  readonly texts: readonly (string | null)[];
  /** Elements that were there before. */
  readonly kept: readonly (string | null)[];
  readonly focused: string | null | undefined;
  readonly result: boolean;
}

declare global {
  interface Window {
    updatedList: typeof updatedList;
  }
}

/** Bundled and run in the page. */
export function updatedList({ first, focusedName, second, isByPlace = false }: ListUpdate): UpdatedList {
  const parent = document.createElement("div");
  document.body.replaceChildren(parent);
  parent.append("and more");
  const show = (items: readonly ListItem[]) =>
    updateChildren(parent, items, ({ name }, place) => (isByPlace ? String(place) : name), itemElement);
  show(first);
  const before = new Set(parent.children);
  const buttons = [...parent.querySelectorAll("button")];
  buttons.find(({ textContent }) => textContent === focusedName)?.focus();
  const result = show(second);
  const children = [...parent.children];
  const { activeElement, body } = document;
  return {
    texts: children.map(({ textContent }) => textContent),
    kept: children.filter((child) => before.has(child)).map(({ textContent }) => textContent),
    focused: activeElement === body ? undefined : activeElement?.textContent,
    result,
  };
}

function itemElement({ name, isText = false }: ListItem): HTMLElement {
  const made = document.createElement("p");
  const button = document.createElement("button");
  button.textContent = name;
  made.append(isText ? name : button);
  return made;
}
