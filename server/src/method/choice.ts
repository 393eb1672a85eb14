import type { Reference } from "../density/reference.ts";
import type { NamedReference } from "../references/references.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { ValueKind } from "./valueKind.ts";

/** Settings by their names: what a choice decides. */
export type Settings<Name extends keyof AnalysisSettings> = Pick<AnalysisSettings, Name>;

/**
 * One choice of the method: everything that is known of it. Flag, key of `densing.yaml`, editor setting,
 * menu, row of the table of methods and the texts to copy are made from it.
 */
export interface Choice<Value, Decided extends Partial<AnalysisSettings> = Partial<AnalysisSettings>> {
  /** Its name as a flag, in `densing.yaml` and among an editor's settings. */
  readonly key: string;
  /** The last place, in the order of precedence, where it can be made. */
  readonly reach: "flag" | "densing.yaml" | "editor";
  readonly value: ValueKind<Value>;
  readonly flag: Flag<Value>;
  /** What the paper does. */
  readonly paper: (reference: Reference) => Value;
  /** What holds where nobody chooses; absent: what the paper does. */
  readonly standard?: (reference: Reference) => Value;
  /** What numbers are computed with once it is made. */
  readonly settle: (value: Value, reference: Reference) => Decided;
  /** What numbers were computed with. */
  readonly of: (settings: AnalysisSettings) => Value;
  /** Why a reference has no numbers for a value; a part of a sentence. */
  readonly refusal?: (value: Value, reference: Reference) => string | undefined;
  /** What words of a closed set mean, for who types them. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** What can be typed behind its key, where that is more than the words of a closed set. */
  readonly proposals?: (context: ProposalContext) => readonly Proposal[];
  /** Asked of the trend, of which it moves no number: no part of the method, and never a change of it. */
  readonly isQuestion?: true;
  /** Whether it is a change of what holds where nobody chooses, where that is not whether the values differ. */
  readonly isChanged?: (settings: AnalysisSettings) => boolean;
  /** What it has in the panel and below a figure; or the id of the control whose menu it stands in. */
  readonly control?: Control | string;
  readonly menu: (context: ChoiceContext) => readonly MenuGroup<Value>[];
  /** Absent: no row of the table of methods changes it. */
  readonly rows?: AlternativeRows<Value>;
}

export interface Flag<Value> {
  /** "<size>"; "[date]" where it may be left out; empty where it takes none. */
  readonly argument: string;
  readonly help: string;
  /** Commands that have it: all that read a collection, or the one that fits a trend. */
  readonly commands: "all" | "trend";
  /** Takes back the limit that `densing.yaml` sets. */
  readonly no?: { readonly help: string; readonly value: Value };
  /** What it says without its argument. */
  readonly bare?: Value;
}

/** What menus and rows are made from. */
export interface ChoiceContext {
  readonly analysis: CollectionAnalysis;
  /** Every reference there is to choose, the folder's own included. */
  readonly references: readonly NamedReference[];
  /** Whether a menu is open: what each entry leads to is worked out then, and not before. */
  readonly isOpen?: boolean;
}

/** Where a value is typed in `densing.yaml`. */
export interface ProposalContext {
  /** The reference in force. */
  readonly reference: Reference;
  /** Names of the references that ship. */
  readonly shippedReferences: readonly string[];
  /** Paths of the collection's own references, as YAML has them. */
  readonly ownReferences: readonly string[];
  /** A benchmark's name by its id, where it is known. */
  readonly benchmarkName: (id: string) => string | undefined;
  /** Within a list that is there already. */
  readonly isItem: boolean;
}

export interface Proposal {
  readonly text: string;
  readonly detail?: string;
}

/** What a control shows while its menu is closed. */
export interface Control {
  readonly id: string;
  readonly label: string;
  /** The value in words; the whole of several choices where they share the control. */
  readonly phrase: (settings: AnalysisSettings) => string;
  /** For narrow pages, where it can be shorter. */
  readonly shortPhrase?: (settings: AnalysisSettings) => string;
  /** The one view of the panel where it stands; absent: all. */
  readonly view?: string;
  /** Where it stands only while it is changed: below figures, or in the panel too. */
  readonly whileChanged?: "figures" | "figures and panel";
}

/** Entries of one sort in a menu: one of them holds, or each can be switched. */
export interface MenuGroup<Value> {
  readonly title?: string;
  readonly select: "one" | "many";
  readonly entries: readonly MenuEntry<Value>[];
}

export interface MenuEntry<Value> {
  readonly label: string;
  readonly value: Value;
  /** What it chooses beside its value, and holds only with. */
  readonly along?: Companions;
  /** What comes with it and can be changed after; `undefined`: as the folder has it. */
  readonly brings?: Companions;
  /** What sets it apart, in quiet text: "the paper’s", "47 models". */
  readonly details?: readonly (string | undefined)[];
  /** Of an entry that is switched. */
  readonly isChosen?: boolean;
}

/** Values of other choices that can come along with a choice, by their fields. */
export interface Companions {
  readonly d0?: number;
  readonly basis?: string;
  readonly tau?: number | undefined;
  readonly untilEpochDay?: null;
}

/** Rows of the table of methods that change one choice. */
export interface AlternativeRows<Value> {
  /** The heading they stand under. */
  readonly group: string;
  /** Labels are names of values, written large where they begin a line. */
  readonly areValues?: true;
  /** Whether the rows have intervals; where models and draws stay the same they would say the same again. */
  readonly haveIntervals?: true;
  readonly alternatives: (context: ChoiceContext) => readonly RowEntry<Value>[];
}

export type RowEntry<Value> =
  | {
      readonly label: string;
      readonly value: Value;
      readonly along?: Companions;
      /** The reference of a value that is the name of one. */
      readonly reference?: Reference;
      /** The heading it stands under, where that is another than its choice's. */
      readonly group?: string;
    }
  /** What no choice leads to. */
  | { readonly label: string; readonly settings: AnalysisSettings };

/** The mark of an entry that the paper chose. */
export const papers = "the paper’s";
