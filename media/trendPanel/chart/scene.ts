import type { TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import type { Layer } from "../../../server/src/trend/figure/layers.ts";
import type { FigureLayout } from "../../../server/src/trend/figure/layout.ts";
import type { Look } from "../theme/theme.ts";

/** Which models a person wants to see, and which of them step back for others. */
export interface ShownModels {
  readonly isShown: (familyName: string) => boolean;
  readonly isPaled: (modelId: string) => boolean;
}

/** A figure, where everything in it stands, and how it looks. */
export interface Scene {
  readonly figure: TrendFigure;
  readonly layout: FigureLayout;
  readonly look: Look;
  readonly models: ShownModels;
  readonly layers: readonly Layer[];
  /** The figure with the models of all dates while it moves from dates to dates. */
  readonly movingOver: TrendFigure | undefined;
}
