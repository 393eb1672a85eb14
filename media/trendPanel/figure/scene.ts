import type { FigureLayout } from "../../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import type { Layer } from "../../../server/src/figures/time/layers.ts";
import type { PageTheme } from "../theme/theme.ts";

/** Which models a person wants to see, and which of them step back for others. */
export interface ShownModels {
  readonly isShown: (familyName: string) => boolean;
  readonly isPaled: (modelId: string) => boolean;
}

/** A figure, where everything in it stands, and how it looks. */
export interface Scene {
  readonly figure: TrendFigure;
  readonly layout: FigureLayout;
  readonly look: PageTheme;
  readonly models: ShownModels;
  readonly layers: readonly Layer[];
  /** The figure with the models of all dates while it moves from dates to dates. */
  readonly movingOver: TrendFigure | undefined;
}
