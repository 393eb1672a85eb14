import assert from "node:assert/strict";
import { test } from "node:test";
import { type Grouping, groupModels } from "../../../client/src/models/groupModels.ts";
import type { ListedModel } from "../../../server/src/protocol.ts";

const day = (date: string) => Date.parse(date) / 86_400_000;

function listed(
  name: string,
  { family = null, date = "2024-01-01", density = 1, leftOut = null }: Partial<Facts> = {},
): ListedModel {
  return {
    id: name,
    name,
    path: `${name}.yaml`,
    line: 0,
    family,
    released: { value: day(date), text: date },
    density: density === null ? null : { value: density, text: String(density) },
    isRecord: false,
    leftOut,
    words: "",
  };
}

interface Facts {
  readonly family: string | null;
  readonly date: string;
  readonly density: number | null;
  readonly leftOut: string | null;
}

const models = [
  listed("Old", { family: "Llama", date: "2023-12-31", density: 0.25 }),
  listed("Tuned", { family: "Llama", leftOut: "instruct" }),
  listed("Lone", { density: 0.5 }),
  listed("New", { family: "llama", date: "2025-02-01", density: 0.49 }),
  listed("Broken", { density: null, leftOut: "the card could not be read" }),
  listed("Small", { family: "Gemma", date: "2024-06-01", density: 2 }),
];

const grouped = (grouping: Grouping) =>
  groupModels(models, grouping).map((group) => [group.title, ...group.models.map(({ name }) => name)]);

const leftOut = [{ kind: "left-out" }, "Broken", "Tuned"];

test("families in alphabetical order whatever their case, the newest model first", () => {
  assert.deepEqual(grouped("family"), [
    [{ kind: "family", name: "Gemma" }, "Small"],
    [{ kind: "family", name: "Llama" }, "New", "Old"],
    [{ kind: "no-family" }, "Lone"],
    leftOut,
  ]);
});

test("years from the newest", () => {
  assert.deepEqual(grouped("date"), [
    [{ kind: "year", year: 2025 }, "New"],
    [{ kind: "year", year: 2024 }, "Small", "Lone"],
    [{ kind: "year", year: 2023 }, "Old"],
    leftOut,
  ]);
});

test("densities in doublings, a bound belonging to the group above it", () => {
  assert.deepEqual(grouped("density"), [
    [{ kind: "density", from: 2 }, "Small"],
    [{ kind: "density", from: 0.5 }, "Lone"],
    [{ kind: "density", from: 0.25 }, "New", "Old"],
    leftOut,
  ]);
});

test("every model stands in exactly one group, and keys tell groups apart", () => {
  for (const grouping of ["family", "date", "density"] as const) {
    const groups = groupModels(models, grouping);
    assert.deepEqual(
      groups.flatMap((group) => group.models.map(({ name }) => name)).sort(),
      models.map(({ name }) => name).sort(),
    );
    assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
  }
});

test("nothing to group gives no group", () => {
  assert.deepEqual(groupModels([], "family"), []);
});
