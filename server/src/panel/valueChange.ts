/** How one piece of plain data becomes another: what both have in common is not said again. */
export type ValueChange =
  | { readonly is: unknown }
  /** An object: the entries that are others now, and the keys that are gone. */
  | { readonly entries: Readonly<Record<string, ValueChange>>; readonly gone?: readonly string[] }
  /** A list, piece by piece. */
  | { readonly items: readonly Piece[] };

/** So many items in a row that stay as they were, an item that was changed, or a new one. */
type Piece =
  | { readonly from: number; readonly count: number }
  | { readonly of: number; readonly change: ValueChange }
  | { readonly is: unknown };

/** A piece of plain data, as JSON has it: what is `undefined` is not there. */
type Entries = Readonly<Record<string, unknown>>;

/** What makes one value the other; `undefined` when they are equal. */
export function changeOf(before: unknown, after: unknown): ValueChange | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return changeOfList(before, after);
  if (isEntries(before) && isEntries(after)) return changeOfEntries(before, after);
  return { is: after };
}

/** The other value. What did not change is the very same object as before. */
export function changed(before: unknown, change: ValueChange): unknown {
  if ("is" in change) return change.is;
  if ("items" in change) return change.items.flatMap((piece) => itemsOf(before, piece));
  const kept = isEntries(before) ? before : {};
  const after: Record<string, unknown> = { ...kept };
  for (const key of change.gone ?? []) delete after[key];
  for (const [key, part] of Object.entries(change.entries)) set(after, key, changed(kept[key], part));
  return after;
}

function changeOfEntries(before: Entries, after: Entries): ValueChange | undefined {
  const entries: Record<string, ValueChange> = {};
  for (const key of keysOf(after)) {
    const change = Object.hasOwn(before, key) ? changeOf(before[key], after[key]) : { is: after[key] };
    if (change !== undefined) set(entries, key, change);
  }
  const gone = keysOf(before).filter((key) => !Object.hasOwn(after, key) || after[key] === undefined);
  const changes = Object.values(entries);
  if (changes.length === 0 && gone.length === 0) return undefined;
  const hasAllNew = changes.length === keysOf(after).length && changes.every((change) => "is" in change);
  if (hasAllNew) return { is: after };
  return { entries, ...(gone.length > 0 && { gone }) };
}

function changeOfList(before: readonly unknown[], after: readonly unknown[]): ValueChange | undefined {
  const placeOf = placesOf(before);
  const items: Piece[] = [];
  for (const [place, item] of after.entries()) {
    const old = placeOf(item, place);
    const change = old === undefined ? undefined : changeOf(before[old], item);
    const last = items.at(-1);
    if (old === undefined) items.push({ is: item });
    else if (change !== undefined) items.push("is" in change ? change : { of: old, change });
    else if (last !== undefined && "from" in last && last.from + last.count === old)
      items[items.length - 1] = { from: last.from, count: last.count + 1 };
    else items.push({ from: old, count: 1 });
  }
  const [first] = items;
  const isWhole = first !== undefined && "from" in first && first.from === 0 && items.length === 1;
  if (before.length === after.length && (isWhole || after.length === 0)) return undefined;
  const isAnyKept = items.some((piece) => "from" in piece);
  const isAnyKnown = after.some((item) => idOf(item) !== undefined);
  // Of numbers that are nearly all others, each would only be longer to say.
  return isAnyKept || isAnyKnown ? { items } : { is: after };
}

/** Where an item stood before: things with an id by their id, others by their place. */
function placesOf(before: readonly unknown[]): (item: unknown, place: number) => number | undefined {
  const byId = new Map(
    before.flatMap((item, place) => (idOf(item) === undefined ? [] : [[idOf(item), place]])),
  );
  return (item, place) => {
    const id = idOf(item);
    if (id !== undefined) return byId.get(id);
    return place < before.length ? place : undefined;
  };
}

function idOf(item: unknown): string | undefined {
  return isEntries(item) && typeof item.id === "string" ? item.id : undefined;
}

function itemsOf(before: unknown, piece: Piece): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(before) ? before : [];
  if ("is" in piece) return [piece.is];
  return "from" in piece
    ? items.slice(piece.from, piece.from + piece.count)
    : [changed(items[piece.of], piece.change)];
}

function keysOf(entries: Entries): string[] {
  return Object.keys(entries).filter((key) => entries[key] !== undefined);
}

function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Also a key that means something to every object. */
function set(entries: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(entries, key, { value, enumerable: true, writable: true, configurable: true });
}
