import type { Mark } from "../scene/mark.ts";
import { displayName } from "../text/displayName.ts";

/** One entry of the legend. */
export interface FigureFamily {
  readonly name: string;
  readonly mark: Mark;
  readonly modelCount: number;
}

/** What is known of a model when families are chosen. */
export interface FamilyMember {
  readonly family: string | undefined;
  readonly isRecord: boolean;
}

const otherFamilyName = "Other";
const otherMark: Mark = { shape: "small-circle", hue: "quiet" };

/** Three hues and six shapes: the largest set that all common kinds of colour vision keep apart. */
const slots: readonly { readonly family: string; readonly mark: Mark }[] = [
  { family: "llama", mark: { shape: "circle", hue: "blue" } },
  { family: "gemma", mark: { shape: "diamond", hue: "red" } },
  { family: "mistral", mark: { shape: "square", hue: "foreground" } },
  { family: "deepseek", mark: { shape: "cross", hue: "blue" } },
  { family: "phi", mark: { shape: "triangle-up", hue: "foreground" } },
  { family: "minicpm", mark: { shape: "triangle-down", hue: "red" } },
];

interface Candidate {
  readonly key: string;
  readonly name: string;
  records: number;
  models: number;
}

/** The families of a figure: the legend, and which entry each model belongs to. */
export interface FigureFamilies {
  /** Most models first, "Other" last; empty when no model names a family. */
  readonly legend: readonly FigureFamily[];
  familyOf(family: string | undefined): FigureFamily;
}

/**
 * Gives the six families with most records, then most models, a mark of their own. The paper's
 * families always get the same mark. Another name starts looking for a free one at a place that
 * only its own letters decide, so that it rarely changes when others come and go.
 */
export function assignFamilies(members: readonly FamilyMember[]): FigureFamilies {
  const candidates = countFamilies(members);
  const chosen = [...candidates.values()].sort(byRank).slice(0, slots.length);
  const marks = assignMarks(chosen.map(({ key }) => key));
  const families = new Map(
    chosen.map(({ key, name, models }): [string, FigureFamily] => [
      key,
      { name, mark: marks.get(key) ?? otherMark, modelCount: models },
    ]),
  );
  const named = [...families.values()];
  const others = members.length - named.reduce((sum, { modelCount }) => sum + modelCount, 0);
  const other: FigureFamily = { name: otherFamilyName, mark: otherMark, modelCount: others };
  return {
    legend: named.length === 0 ? [] : [...named.sort(byModels), ...(others > 0 ? [other] : [])],
    familyOf: (family) => families.get(familyKey(family) ?? "") ?? other,
  };
}

function countFamilies(members: readonly FamilyMember[]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const { family, isRecord } of members) {
    const key = familyKey(family);
    if (family === undefined || key === undefined) continue;
    const candidate = candidates.get(key) ?? { key, name: displayName(family), records: 0, models: 0 };
    candidate.models += 1;
    if (isRecord) candidate.records += 1;
    candidates.set(key, candidate);
  }
  return candidates;
}

/** Families are told apart without regard to case; what has no family, or is called "Other", is other. */
function familyKey(family: string | undefined): string | undefined {
  if (family === undefined || family.trim() === "") return undefined;
  const key = displayName(family).toLowerCase();
  return key === otherFamilyName.toLowerCase() ? undefined : key;
}

function byRank(first: Candidate, second: Candidate): number {
  return second.records - first.records || second.models - first.models || (first.key < second.key ? -1 : 1);
}

function byModels(first: FigureFamily, second: FigureFamily): number {
  return second.modelCount - first.modelCount || slotOf(first.mark) - slotOf(second.mark);
}

function slotOf({ shape }: Mark): number {
  return slots.findIndex(({ mark }) => mark.shape === shape);
}

function assignMarks(keys: readonly string[]): Map<string, Mark> {
  const taken = new Map<number, string>();
  for (const key of keys) {
    const own = slots.findIndex(({ family }) => family === key);
    if (own >= 0) taken.set(own, key);
  }
  const rest = keys.filter((key) => !slots.some(({ family }) => family === key));
  for (const key of rest.sort()) {
    const start = letterSum(key);
    const free = slots.map((_, step) => (start + step) % slots.length).find((slot) => !taken.has(slot));
    if (free !== undefined) taken.set(free, key);
  }
  return new Map(
    [...taken].flatMap(([slot, key]) => {
      const mark = slots[slot]?.mark;
      return mark === undefined ? [] : [[key, mark] as const];
    }),
  );
}

function letterSum(text: string): number {
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0) ?? 0;
  return sum;
}
