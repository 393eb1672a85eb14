import type { LegendKey } from "../scene/legendKeys.ts";

/** What can be shown or hidden in figures, in the order of the menu. */
export const layers = [
  "band",
  "prediction",
  "errors",
  "paper",
  "sizes",
  "break",
  "labels",
  "others",
] as const;
export type Layer = (typeof layers)[number];

/** As the paper's figure is read: error bars, prediction band and lines by size are asked for, and so is a break. */
export const defaultLayers: readonly Layer[] = ["band", "paper", "labels", "others"];

/** A layer of one figure, as its menu names it. */
export interface LayerChoice {
  readonly layer: Layer;
  readonly name: string;
  /** Why it has nothing to show; `undefined` when it has. */
  readonly reason: string | undefined;
}

/** The layers of one kind of figure. */
export interface FigureLayers<Data> {
  /** In the order of the menu. */
  choicesOf(data: Data): readonly LayerChoice[];
  /** What is shown when nobody chose. */
  usualOf(data: Data): readonly Layer[];
  /** What is to be explained with these layers shown. */
  keysOf(data: Data, visible: readonly Layer[]): readonly LegendKey[];
}

/** Reads layers from outside; `undefined` without a list: the usual ones. */
export function readLayers(value: unknown): readonly Layer[] | undefined {
  return Array.isArray(value) ? layers.filter((layer) => value.includes(layer)) : undefined;
}

/** With a layer more, in the order of the menu, or with one less. */
export function toggled(visible: readonly Layer[], layer: Layer): readonly Layer[] {
  return layers.filter((each) => (each === layer ? !visible.includes(each) : visible.includes(each)));
}

/** Whether a model has a mark of its own while these layers are shown: records always have. */
export function isMarked({ isRecord }: { readonly isRecord: boolean }, visible: readonly Layer[]): boolean {
  return isRecord || visible.includes("others");
}
