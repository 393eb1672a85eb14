/** What a reader of a figure chose to see. */
export interface DrawingOptions {
  isShown(familyName: string): boolean;
  /** Ids of models, in the order they were pinned. */
  readonly pinned: readonly string[];
}

/** Everything shown, nothing pinned: a figure as it is exported. */
export const wholeFigure: DrawingOptions = { isShown: () => true, pinned: [] };
