import type { AbleModel } from "./sameAbility.ts";

/** One member of the trend by its sizes, in parameters. */
export interface SizePoint extends AbleModel {
  readonly id: string;
  readonly effectiveParameters: number;
  readonly density: number;
}
