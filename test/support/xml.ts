/** An element of a small XML document: name, attributes, and the text directly or indirectly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const attribute = /([\w:-]+)="([^"<]*)"/g;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
};

/** Reads elements, attributes and text; throws at the first thing that is not well-formed XML 1.0. */
export function parseXml(source: string): XmlElement {
  if (/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(source)) throw new Error("A character XML forbids");
  const root = { name: "", attributes: {}, children: [] as XmlElement[], text: "" };
  const open: (typeof root)[] = [root];
  let position = 0;
  while (position < source.length) {
    const next = source.indexOf("<", position);
    const end = next < 0 ? source.length : next;
    const text = decoded(source.slice(position, end));
    for (const element of open) element.text += text;
    position = end;
    if (next < 0) break;
    tag.lastIndex = position;
    const match = tag.exec(source);
    if (match === null) throw new Error(`No tag at ${source.slice(position, position + 40)}`);
    const [whole, closing, name = "", attributes = "", selfClosing] = match;
    position += whole.length;
    const parent = open.at(-1);
    if (closing === "/") {
      if (parent?.name !== name || open.length === 1) throw new Error(`</${name}> closes <${parent?.name}>`);
      open.pop();
      continue;
    }
    const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
    parent?.children.push(element);
    if (selfClosing !== "/") open.push(element);
  }
  const [document, ...rest] = root.children;
  if (open.length !== 1 || document === undefined || rest.length > 0) throw new Error("Not one root element");
  return document;
}

/** An element and everything in it, in document order. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(attribute)) {
    if (name in attributes) throw new Error(`Attribute ${name} twice`);
    attributes[name] = decoded(value);
  }
  return attributes;
}

function decoded(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(";")) throw new Error(`Not an entity: ${whole}`);
    return character;
  });
}
