/** A model that keys lead to. */
export interface WalkedPoint {
  readonly id: string;
  /** What "up" and "down" go by: a density, or how high a mark stands. */
  readonly height: number;
  readonly isRecord: boolean;
  /** What a screen reader says of it. */
  readonly description: string;
}

/** Where a key leads from one model. */
export type Step = "later" | "earlier" | "denser" | "less-dense" | "first" | "last" | "next-record";

/** The keys of the figure. */
export const stepByKey: ReadonlyMap<string, Step> = new Map([
  ["ArrowRight", "later"],
  ["ArrowLeft", "earlier"],
  ["ArrowUp", "denser"],
  ["ArrowDown", "less-dense"],
  ["Home", "first"],
  ["End", "last"],
  ["r", "next-record"],
  ["R", "next-record"],
]);

/** The ways from model to model: by date and by density, which reach every model. */
export class PointWalk {
  readonly #byDate: readonly WalkedPoint[];
  readonly #byDensity: readonly WalkedPoint[];
  readonly #placeByDate: ReadonlyMap<string, number>;

  /** @param points in date order */
  constructor(points: readonly WalkedPoint[]) {
    this.#byDate = points;
    this.#byDensity = [...points].sort((first, second) => first.height - second.height);
    this.#placeByDate = new Map(points.map(({ id }, place) => [id, place]));
  }

  get length(): number {
    return this.#byDate.length;
  }

  /** The model's place by date, from 0; `undefined` when it is not among them. */
  placeOf(id: string): number | undefined {
    return this.#placeByDate.get(id);
  }

  pointOf(id: string): WalkedPoint | undefined {
    return this.#byDate[this.placeOf(id) ?? -1];
  }

  /** Where the figure is entered: the latest record, else the latest model. */
  start(): WalkedPoint | undefined {
    return this.#byDate.findLast(({ isRecord }) => isRecord) ?? this.#byDate.at(-1);
  }

  /** The model a key leads to; at an end it is the one it came from. Records go round. */
  step(id: string, step: Step): WalkedPoint | undefined {
    const place = this.placeOf(id);
    if (place === undefined) return this.start();
    switch (step) {
      case "later":
        return this.#byDate[place + 1] ?? this.#byDate[place];
      case "earlier":
        return this.#byDate[place - 1] ?? this.#byDate[place];
      case "first":
        return this.#byDate[0];
      case "last":
        return this.#byDate.at(-1);
      case "denser":
        return this.#neighbourByDensity(id, 1);
      case "less-dense":
        return this.#neighbourByDensity(id, -1);
      case "next-record":
        return (
          this.#byDate.find(({ isRecord }, other) => isRecord && other > place) ??
          this.#byDate.find(({ isRecord }) => isRecord) ??
          this.#byDate[place]
        );
    }
  }

  #neighbourByDensity(id: string, direction: 1 | -1): WalkedPoint | undefined {
    const place = this.#byDensity.findIndex((point) => point.id === id);
    return this.#byDensity[place + direction] ?? this.#byDensity[place];
  }
}
