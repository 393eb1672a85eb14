import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { levenbergMarquardt } from "../../../server/src/numerics/levenbergMarquardt.ts";
import { inverseGramDiagonal, solveLinear } from "../../../server/src/numerics/linearLeastSquares.ts";
import {
  fitSeparable,
  type SeparableProblem,
  separableMinima,
} from "../../../server/src/numerics/separableLeastSquares.ts";
import { closeTo } from "../../support/closeTo.ts";
import { type NistProblem, readNist } from "../../support/nist.ts";

/** How a NIST model separates: which of its parameters are linear, and their columns. */
interface Separation {
  readonly linear: readonly number[];
  readonly shape: readonly number[];
  readonly columns: (x: number, shape: readonly number[]) => readonly number[];
}

const rational: Separation = {
  linear: [0, 1, 2, 3],
  shape: [4, 5, 6],
  columns: (x, [b5 = 0, b6 = 0, b7 = 0]) =>
    [1, x, x ** 2, x ** 3].map((power) => power / (1 + b5 * x + b6 * x ** 2 + b7 * x ** 3)),
};
const saturating: Separation = {
  linear: [0],
  shape: [1],
  columns: (x, [b2 = 0]) => [1 - Math.exp(-b2 * x)],
};

const separations: Readonly<Record<string, Separation>> = {
  Misra1a: saturating,
  BoxBOD: saturating,
  DanWood: { linear: [0], shape: [1], columns: (x, [b2 = 0]) => [x ** b2] },
  Rat42: { linear: [0], shape: [1, 2], columns: (x, [b2 = 0, b3 = 0]) => [1 / (1 + Math.exp(b2 - b3 * x))] },
  Rat43: {
    linear: [0],
    shape: [1, 2, 3],
    columns: (x, [b2 = 0, b3 = 0, b4 = 1]) => [(1 + Math.exp(b2 - b3 * x)) ** (-1 / b4)],
  },
  MGH09: {
    linear: [0],
    shape: [1, 2, 3],
    columns: (x, [b2 = 0, b3 = 0, b4 = 0]) => [(x ** 2 + x * b2) / (x ** 2 + x * b3 + b4)],
  },
  Eckerle4: {
    linear: [0],
    shape: [1, 2],
    columns: (x, [b2 = 1, b3 = 0]) => [Math.exp(-0.5 * ((x - b3) / b2) ** 2) / b2],
  },
  Thurber: rational,
  Hahn1: rational,
};

/** Start 1 of these leads a single descent off to infinity; a search from many starts near it does not. */
const farStarts: ReadonlySet<string> = new Set(["MGH09", "Eckerle4"]);

/** Start 1 of these leads a descent in all parameters astray, which is why fits have many starts. */
const farWithAll: ReadonlySet<string> = new Set(["BoxBOD", "Eckerle4"]);

function scaledStarts(start: readonly number[]): number[][] {
  return start.reduce<number[][]>(
    (starts, value) => starts.flatMap((head) => [1, 0.5, 0.1].map((factor) => [...head, value * factor])),
    [[]],
  );
}

function problemOf({ x, y }: NistProblem, { columns }: Separation): SeparableProblem {
  return {
    target: y,
    columns: (shape) => {
      const rows = x.map((value) => columns(value, shape));
      return (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? Number.NaN));
    },
  };
}

describe("certified values of NIST StRD, to six digits", () => {
  for (const [name, separation] of Object.entries(separations)) {
    const nist = readNist(name);
    for (const start of [0, 1] as const) {
      it(`${name} from start ${start + 1}`, () => {
        const from = separation.shape.map((place) => nist.parameters[place]?.starts[start] ?? Number.NaN);
        const problem = problemOf(nist, separation);
        const isFar = start === 0 && farStarts.has(name);
        const fit = isFar
          ? separableMinima(problem, scaledStarts(from), () => true)[0]
          : fitSeparable(problem, from);
        closeTo(fit?.residualSumOfSquares, nist.residualSumOfSquares, 1e-6);
        for (const part of ["linear", "shape"] as const) {
          for (const [place, parameter] of separation[part].entries()) {
            const certified = nist.parameters[parameter];
            closeTo(fit?.[part][place], certified?.value ?? Number.NaN, 1e-6);
            closeTo(fit?.standardErrors?.[part][place], certified?.standardDeviation ?? Number.NaN, 1e-5);
          }
        }
      });
    }
  }
});

describe("certified values of NIST StRD with every parameter searched, as a ladder is fitted", () => {
  for (const [name, { linear, shape, columns }] of Object.entries(separations)) {
    const nist = readNist(name);
    for (const start of [0, 1] as const) {
      if (start === 0 && farWithAll.has(name)) continue;
      it(`${name} from start ${start + 1}`, () => {
        const minimum = levenbergMarquardt(
          (parameters) => {
            const shapes = shape.map((place) => parameters[place] ?? Number.NaN);
            return nist.x.map(
              (x, row) =>
                (nist.y[row] ?? Number.NaN) -
                columns(x, shapes).reduce(
                  (sum, column, place) => sum + column * (parameters[linear[place] ?? -1] ?? Number.NaN),
                  0,
                ),
            );
          },
          nist.parameters.map(({ starts }) => starts[start]),
        );
        closeTo(minimum?.residualSumOfSquares, nist.residualSumOfSquares, 1e-6);
        for (const [place, { value }] of nist.parameters.entries())
          closeTo(minimum?.parameters[place], value, 1e-6);
      });
    }
  }
});

describe("linear least squares", () => {
  it("solves a triangle whose answer is known, with the variances of its coefficients", () => {
    const columns = [
      [1, 1, 1, 1],
      [0, 1, 2, 3],
    ];
    const solution = solveLinear(columns, [1, 3, 5, 8]);
    // By hand: mean of x 1.5, of y 4.25; Sxx 5, Sxy 11.5.
    closeTo(solution?.coefficients[1], 2.3, 1e-14);
    closeTo(solution?.coefficients[0], 0.8, 1e-14);
    const diagonal = inverseGramDiagonal(columns);
    closeTo(diagonal?.[0], 0.7, 1e-14);
    closeTo(diagonal?.[1], 0.2, 1e-14);
  });

  it("leaves all of the target without columns", () => {
    assert.deepEqual(solveLinear([], [3, -4]), {
      coefficients: [],
      residuals: [3, -4],
      residualSumOfSquares: 25,
    });
  });

  it("refuses dependent columns and too few observations", () => {
    assert.equal(
      solveLinear(
        [
          [1, 2, 3],
          [2, 4, 6],
        ],
        [1, 2, 3],
      ),
      undefined,
    );
    assert.equal(solveLinear([[1], [2]], [1]), undefined);
    assert.equal(inverseGramDiagonal([[0, 0, 0]]), undefined);
  });
});

describe("minima from many starts", () => {
  // A frequency fitted to a cosine: every start falls into the nearest minimum.
  const x = Array.from({ length: 40 }, (_, place) => place / 10);
  const problem: SeparableProblem = {
    target: x.map((value) => 2 * Math.cos(3 * value)),
    columns: ([frequency = 0]) =>
      frequency > 0 ? [x.map((value) => Math.cos(frequency * value))] : undefined,
  };
  const starts = [[0.5], [2.9], [3.1], [5], [6.5], [-1]];

  it("finds each once, the lowest first", () => {
    const minima = separableMinima(problem, starts, () => true);
    assert.ok(minima.length > 1);
    closeTo(minima[0]?.shape[0], 3, 1e-8);
    closeTo(minima[0]?.linear[0], 2, 1e-8);
    const sums = minima.map(({ residualSumOfSquares }) => residualSumOfSquares);
    assert.deepEqual(
      sums,
      [...sums].sort((first, second) => first - second),
    );
    assert.equal(new Set(minima.map(({ shape }) => shape[0]?.toFixed(3))).size, minima.length);
  });

  it("keeps those that are wanted only", () => {
    const minima = separableMinima(problem, starts, ({ linear }) => (linear[0] ?? 0) < 0);
    assert.ok(minima.every(({ linear }) => (linear[0] ?? 0) < 0));
  });
});
