/** What an element is made with; text goes in as text, never as markup. */
export interface ElementOptions {
  readonly className?: string;
  readonly text?: string;
  readonly title?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

/** Makes an element with its children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { className, text, title, attributes, onClick }: ElementOptions = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  if (title !== undefined) made.title = title;
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  if (onClick !== undefined) made.addEventListener("click", onClick);
  made.append(...children);
  return made;
}

/** Makes a button that sends no form. */
export function button(options: ElementOptions, ...children: readonly (Node | string)[]): HTMLButtonElement {
  const made = element("button", options, ...children);
  made.type = "button";
  return made;
}

/** Makes an SVG element. */
export function svgElement(
  tag: "svg" | "path" | "circle" | "polygon" | "polyline" | "line",
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Node[]
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
