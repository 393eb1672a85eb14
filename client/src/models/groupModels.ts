import type { ListedModel } from "../../../server/src/protocol.ts";

/** What models can be grouped by. */
export const groupings = ["family", "date", "density"] as const;
export type Grouping = (typeof groupings)[number];

/** What the models of a group share. */
export type GroupTitle =
  | { readonly kind: "family"; readonly name: string }
  | { readonly kind: "no-family" }
  | { readonly kind: "year"; readonly year: number }
  /** At least `from`, less than twice as much. */
  | { readonly kind: "density"; readonly from: number }
  | { readonly kind: "left-out" };

export interface ModelGroup {
  /** Unique among the groups of a list, and the same after every change. */
  readonly key: string;
  readonly title: GroupTitle;
  readonly models: readonly ListedModel[];
}

/**
 * The members of the trend in groups, then everything left out. Families in alphabetical order, those
 * without one last; years from the newest; densities in doublings from the highest.
 */
export function groupModels(models: readonly ListedModel[], grouping: Grouping): ModelGroup[] {
  const groups = new Map<string, { title: GroupTitle; rank: number | string; models: ListedModel[] }>();
  for (const model of models) {
    const { key, title, rank } = model.leftOut === null ? place(model, grouping) : leftOut;
    const group = groups.get(key) ?? { title, rank, models: [] };
    group.models.push(model);
    groups.set(key, group);
  }
  return [...groups]
    .sort(
      ([firstKey, first], [secondKey, second]) =>
        compareLast(firstKey, secondKey) || compareRanks(first.rank, second.rank),
    )
    .map(([key, group]) => ({
      key,
      title: group.title,
      models: group.models.sort(key === leftOut.key ? byName : orders[grouping]),
    }));
}

interface GroupPlace {
  readonly key: string;
  readonly title: GroupTitle;
  readonly rank: number | string;
}

const leftOut: GroupPlace = { key: "left-out", title: { kind: "left-out" }, rank: 0 };
const noFamily: GroupPlace = { key: "no-family", title: { kind: "no-family" }, rank: "" };
const lastKeys: readonly string[] = [noFamily.key, leftOut.key];

function place({ family, released, density }: ListedModel, grouping: Grouping): GroupPlace {
  switch (grouping) {
    case "family": {
      if (family === null) return noFamily;
      const key = family.toLowerCase();
      return { key: `family ${key}`, title: { kind: "family", name: family }, rank: key };
    }
    case "date": {
      const year = new Date((released?.value ?? 0) * millisecondsPerDay).getUTCFullYear();
      return { key: `year ${year}`, title: { kind: "year", year }, rank: -year };
    }
    case "density": {
      const doublings = Math.floor(Math.log2(density?.value ?? 1));
      return {
        key: `density ${doublings}`,
        title: { kind: "density", from: 2 ** doublings },
        rank: -doublings,
      };
    }
  }
}

const millisecondsPerDay = 86_400_000;

type Order = (first: ListedModel, second: ListedModel) => number;

const byName: Order = (first, second) => compareRanks(first.name.toLowerCase(), second.name.toLowerCase());
const newestFirst: Order = (first, second) =>
  (second.released?.value ?? 0) - (first.released?.value ?? 0) || byName(first, second);
const densestFirst: Order = (first, second) =>
  (second.density?.value ?? 0) - (first.density?.value ?? 0) || byName(first, second);
const orders: Readonly<Record<Grouping, Order>> = {
  family: newestFirst,
  date: newestFirst,
  density: densestFirst,
};

function compareLast(first: string, second: string): number {
  return lastKeys.indexOf(first) - lastKeys.indexOf(second);
}

function compareRanks(first: number | string, second: number | string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
