import type { Document } from "yaml";
import { benchmarkFacts } from "../cards/vocabulary/benchmarkRegistry.ts";
import { type FileProblem, problemsOf, rangeAt, readYamlFile } from "../cards/yaml/yamlFile.ts";
import { availableBasis } from "../density/basisScore.ts";
import { epochDayOfIso } from "../density/calendar.ts";
import { type Denominator, denominators } from "../density/denominator.ts";
import type { Reference } from "../density/reference.ts";
import { validateWorkspace } from "../generated/validateWorkspace.js";
import { defaultReferenceName } from "../references/references.ts";
import type { SeverityChoices } from "../rules/severities.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import { defaultKinds, type KindChoice, kindChoices } from "../trend/collection/membership.ts";
import { defaultTau, type Estimator, estimators } from "../trend/fit/estimator.ts";
import { defaultResampling } from "../trend/fit/resampling.ts";

/** What a person can choose for a collection; every key may be left out. */
export interface CollectionChoices {
  readonly files?: readonly string[];
  /** Name of a shipped reference, or path of a reference file. */
  readonly reference?: string;
  readonly basis?: string;
  readonly d0?: number;
  readonly denominator?: Denominator;
  readonly kinds?: readonly KindChoice[];
  readonly estimator?: Estimator;
  /** Quantile of the estimator `quantile`, between 0 and 1. */
  readonly tau?: number;
  /** Draws of the bootstrap. */
  readonly samples?: number;
  readonly seed?: number;
  /** `null`: none, whatever a later layer says. */
  readonly breakEpochDay?: number | null;
  /** Severity by finding code. */
  readonly rules?: SeverityChoices;
  /** `null`: no limit, whatever a later layer says. */
  readonly sinceEpochDay?: number | null;
  readonly untilEpochDay?: number | null;
  /** Names of models left out of the trend. */
  readonly without?: readonly string[];
}

/** Choices, or every reason why the text of `densing.yaml` gives none. */
export type ChoicesReading =
  | { readonly kind: "choices"; readonly choices: CollectionChoices; readonly unknownKeys: readonly string[] }
  | {
      readonly kind: "invalid";
      readonly problems: readonly string[];
      /** The same problems with their places. */
      readonly located: readonly FileProblem[];
    };

/** Keys of `densing.yaml`. */
export const settingsKeys = [
  "files",
  "reference",
  "basis",
  "d0",
  "denominator",
  "kinds",
  "estimator",
  "tau",
  "since",
  "until",
  "without",
  "break",
  "rules",
];

/** Reads the text of `densing.yaml`. Never throws; an empty file chooses nothing. */
export function readChoices(text: string): ChoicesReading {
  const reading = readYamlFile(text, validateWorkspace);
  if (reading.kind === "invalid") return { kind: "invalid", ...problemsOf(reading.problems) };
  const data = reading.data as object;
  const {
    kinds,
    since,
    until,
    break: breakDate,
    ...others
  } = Object.fromEntries(
    Object.entries(data).filter(([key]) => settingsKeys.includes(key)),
  ) as WrittenChoices;
  const dates = { since, until, break: breakDate };
  const noDays = Object.entries(dates).flatMap(([key, date]) =>
    date === undefined || epochDayOfIso(date) !== undefined ? [] : [noSuchDay(key, date, reading.document)],
  );
  if (noDays.length > 0) return { kind: "invalid", ...problemsOf(noDays) };
  return {
    kind: "choices",
    choices: withoutUndefined({
      ...others,
      kinds: kinds === "all" ? kindChoices : kinds,
      sinceEpochDay: dayOf(since),
      untilEpochDay: dayOf(until),
      breakEpochDay: dayOf(breakDate),
    }),
    unknownKeys: Object.keys(data).filter((key) => !settingsKeys.includes(key)),
  };
}

/** What the schema lets through, by the names of `densing.yaml`. */
interface WrittenChoices
  extends Omit<CollectionChoices, "kinds" | "sinceEpochDay" | "untilEpochDay" | "breakEpochDay"> {
  readonly kinds?: readonly KindChoice[] | "all";
  readonly since?: string;
  readonly until?: string;
  readonly break?: string;
}

function dayOf(isoDate: string | undefined): number | undefined {
  return isoDate === undefined ? undefined : epochDayOfIso(isoDate);
}

function noSuchDay(key: string, date: string, document: Document): FileProblem {
  const range = rangeAt(document, [key]) ?? { start: 0, end: 1 };
  return { message: `${key}: there is no day ${date}`, range, fixes: [] };
}

/** The first layer that chooses a value wins: flags, then `densing.yaml`, then editor settings. */
export function mergeChoices(...layers: readonly CollectionChoices[]): CollectionChoices {
  return Object.assign({}, ...[...layers].reverse().map(withoutUndefined));
}

function withoutUndefined(
  choices: {
    readonly [Key in keyof CollectionChoices]: CollectionChoices[Key] | undefined;
  },
): CollectionChoices {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}

/** Settings that every number is computed with, or why the choices do not fit together. */
export type SettingsResolution =
  | { readonly kind: "settings"; readonly settings: AnalysisSettings }
  | { readonly kind: "invalid"; readonly problem: string };

/** Fills choices with the defaults: the paper's method. */
export function resolveSettings(choices: CollectionChoices, reference: Reference): SettingsResolution {
  const basis = choices.basis ?? reference.composite.id;
  if (basis !== availableBasis && !reference.curves.has(basis)) {
    const known = [...reference.curves.keys()].join(", ");
    return {
      kind: "invalid",
      problem: `reference ${reference.name} has no curve for the basis ${basis}; it has ${known}, and ${availableBasis}`,
    };
  }
  return { kind: "settings", settings: settingsOf(choices, reference) };
}

/** The same of choices whose basis the reference is known to have. */
export function settingsOf(choices: CollectionChoices, reference: Reference): AnalysisSettings {
  return {
    reference,
    basis: choices.basis ?? reference.composite.id,
    denominator: choices.denominator ?? denominators[0],
    trainingTokens: choices.d0 ?? reference.trainingTokens,
    benchmarkFacts,
    estimator: choices.estimator ?? estimators[0],
    tau: choices.tau ?? defaultTau,
    samples: choices.samples ?? defaultResampling.samples,
    seed: choices.seed ?? defaultResampling.seed,
    breakEpochDay: choices.breakEpochDay ?? undefined,
    kinds: kindChoices.filter((kind) => (choices.kinds ?? defaultKinds).includes(kind)),
    sinceEpochDay: choices.sinceEpochDay ?? undefined,
    untilEpochDay: choices.untilEpochDay ?? undefined,
    without: choices.without ?? [],
  };
}

/** The reference a set of choices names. */
export function chosenReference(choices: CollectionChoices): string {
  return choices.reference ?? defaultReferenceName;
}
