/** A piece of SVG. Only `element` makes one, so text is always escaped. */
export interface Markup {
  readonly markup: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes in the order given; strings among the children are text. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Markup | string)[]
): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [` ${key}="${typeof value === "number" ? formatNumber(value) : escapeXml(value)}"`],
  );
  const start = `<${name}${written.join("")}`;
  if (children.length === 0) return { markup: `${start}/>` };
  const inner = children.map((child) => (typeof child === "string" ? escapeXml(child) : child.markup));
  // White space between elements of a text would be drawn.
  const isText = children.some((child) => typeof child === "string") || name === "text" || name === "tspan";
  return { markup: `${start}>${isText ? inner.join("") : `\n${inner.join("\n")}\n`}</${name}>` };
}

/** At most two decimals: a hundredth of a pixel cannot be seen. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** What XML 1.0 does not allow at all: control characters, half characters and two others. */
const notXml = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeXml(text: string): string {
  return text.replace(notXml, "").replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
