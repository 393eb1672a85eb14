import { element } from "./dom.ts";
import { icon } from "./icons.ts";
import { updateChildren } from "./keyed.ts";
import { focusedPlace, stepInList, upAndDown } from "./listKeys.ts";
import { menuPlace } from "./menuPlace.ts";
import { TypeAhead } from "./typeAhead.ts";

/** One thing to choose. */
export interface MenuItem {
  readonly label: string;
  /** What sets it apart, or why it cannot be chosen; in quiet text. */
  readonly detail?: string | undefined;
  /** Only in groups in which something holds or is switched. */
  readonly isChosen?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly choose: () => void;
}

/** Entries between two lines: actions, choices of which one holds, or switches. */
export interface MenuGroup {
  readonly title?: string | undefined;
  readonly select: "none" | "one" | "many";
  readonly items: readonly MenuItem[];
}

/** Read when the menu opens and whenever what it shows may have changed. */
export type MenuEntries = () => readonly MenuGroup[];

const roles = { none: "menuitem", one: "menuitemradio", many: "menuitemcheckbox" } as const;

let current: PopoverMenu | undefined;

/** Opens the menu of a button, or closes it if it is open. There is one menu at a time. */
export function openMenu(anchor: HTMLElement, entries: MenuEntries): void {
  const wasOpen = current?.anchor === anchor;
  current?.close();
  if (!wasOpen) current = new PopoverMenu(anchor, entries, () => (current = undefined));
}

/** Shows the entries as they are now, if a menu is open. */
export function refreshMenu(): void {
  current?.refresh();
}

/** A menu beside its button: arrow keys, Home, End and letters go through it, Escape leaves it. */
class PopoverMenu {
  readonly anchor: HTMLElement;
  readonly #entries: MenuEntries;
  readonly #onClose: () => void;
  readonly #element: HTMLElement;
  readonly #typeAhead = new TypeAhead();
  readonly #whileOpen = new AbortController();
  #groups: readonly MenuGroup[] = [];
  #items: readonly HTMLElement[] = [];

  constructor(anchor: HTMLElement, entries: MenuEntries, onClose: () => void) {
    this.anchor = anchor;
    this.#entries = entries;
    this.#onClose = onClose;
    this.#element = element("div", {
      className: "menu",
      attributes: { role: "menu", tabindex: "-1", "aria-label": anchor.ariaLabel ?? anchor.innerText },
    });
    anchor.setAttribute("aria-expanded", "true");
    (anchor.closest("main") ?? document.body).append(this.#element);
    menuPlace(this.#element, anchor);
    this.refresh();
    this.#listen();
    this.#focus(this.#items.find((item) => item.ariaChecked === "true") ?? this.#items[0]);
  }

  /** The item in focus stays there while others change. */
  refresh(): void {
    if (!this.anchor.isConnected) {
      this.close();
      return;
    }
    this.#groups = this.#entries();
    const before = this.#items;
    updateChildren(
      this.#element,
      this.#groups,
      (_, place) => String(place),
      (group) => this.#group(group),
    );
    this.#items = [...this.#element.querySelectorAll<HTMLElement>("[role^=menuitem]")];
    const isSame = this.#items.every((item, place) => item === before[place]);
    if (!isSame || this.#items.length !== before.length) menuPlace(this.#element, this.anchor);
  }

  close({ givesFocusBack = false } = {}): void {
    this.#whileOpen.abort();
    this.#onClose();
    this.anchor.setAttribute("aria-expanded", "false");
    if (givesFocusBack) this.anchor.focus();
    this.#element.remove();
  }

  #group({ title, select, items }: MenuGroup): HTMLElement {
    const heading = { className: "menu-title", text: title ?? "", attributes: { "aria-hidden": "true" } };
    return element(
      "div",
      {
        className: "menu-group",
        attributes: { role: "group", ...(title !== undefined && { "aria-label": title }) },
      },
      ...(title === undefined ? [] : [element("div", heading)]),
      ...items.map((item) => this.#item(item, select)),
    );
  }

  #item({ label, detail, isChosen, isDisabled }: MenuItem, select: MenuGroup["select"]): HTMLElement {
    const made = element(
      "div",
      { className: "menu-item", attributes: { role: roles[select], tabindex: "-1" } },
      ...(select === "none" ? [] : [icon(select === "one" ? "dot" : "check")]),
      element("span", { className: "menu-label", text: label }),
      ...(detail === undefined ? [] : [" ", element("span", { className: "menu-detail", text: detail })]),
    );
    if (select !== "none") made.ariaChecked = String(isChosen === true);
    if (isDisabled === true) made.ariaDisabled = "true";
    return made;
  }

  #listen(): void {
    const { signal } = this.#whileOpen;
    this.#element.addEventListener("keydown", (event) => this.#press(event), { signal });
    this.#element.addEventListener(
      "click",
      ({ target }) => this.#choose(this.#items.findIndex((item) => item.contains(target as Node))),
      { signal },
    );
    this.#element.addEventListener(
      "pointermove",
      ({ target }) => this.#focus(this.#items.find((item) => item.contains(target as Node))),
      { signal },
    );
    this.#element.addEventListener(
      "focusout",
      ({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && this.#contains(relatedTarget);
        if (!isInside) this.close();
      },
      { signal },
    );
    document.addEventListener(
      "pointerdown",
      ({ target }) => {
        if (!this.#contains(target as Node)) this.close();
      },
      { signal, capture: true },
    );
    window.addEventListener("resize", () => this.close({ givesFocusBack: true }), { signal });
  }

  #contains(node: Node): boolean {
    return this.#element.contains(node) || this.anchor.contains(node);
  }

  #press(event: KeyboardEvent): void {
    if (event.key === "Tab") {
      // The browser goes on to the next stop from the button.
      this.close({ givesFocusBack: true });
      return;
    }
    const place = focusedPlace(this.#items);
    const step = stepInList(event.key, upAndDown, place, this.#items.length);
    if (event.key === "Escape") this.close({ givesFocusBack: true });
    else if (event.key === "Enter" || (event.key === " " && !this.#typeAhead.isTyping)) this.#choose(place);
    else if (step !== undefined) this.#focus(this.#items[step]);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#focus(this.#items[this.#typeAhead.press(event.key, this.#labels(), place)]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #labels(): string[] {
    return this.#groups.flatMap(({ items }) => items.map(({ label }) => label));
  }

  /** A switch leaves the menu open, for the next one. */
  #choose(place: number): void {
    const all = this.#groups.flatMap(({ items, select }) => items.map((item) => ({ item, select })));
    const chosen = all[place];
    if (chosen === undefined || chosen.item.isDisabled === true) return;
    if (chosen.select !== "many") this.close({ givesFocusBack: true });
    chosen.item.choose();
    if (chosen.select === "many") this.refresh();
  }

  #focus(item: HTMLElement | undefined): void {
    item?.focus();
  }
}
