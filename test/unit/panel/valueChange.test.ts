import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { changed, changeOf } from "../../../server/src/panel/valueChange.ts";

/** Plain data as it arrives over a connection. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a receiver has after the change was sent to it. */
function received(before: unknown, after: unknown): unknown {
  const change = changeOf(before, after);
  return change === undefined ? sent(before) : changed(sent(before), sent(change) as typeof change);
}

/** Things with an id, as the rows of a panel. */
const rows = fc.uniqueArray(
  fc.record({ id: fc.string({ maxLength: 2 }), value: fc.nat(3) }, { noNullPrototype: true }),
  {
    selector: ({ id }) => id,
  },
);

describe("a change of plain data", () => {
  it("leads from any value to any other", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        assert.deepEqual(received(before, after), sent(after));
      }),
    );
  });

  it("leads from any rows to any others, in any order", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) =>
        assert.deepEqual(received({ before }, { before: after }), { before: after }),
      ),
    );
  });

  it("is none between equal values, whatever is undefined in them", () => {
    assert.equal(changeOf({ a: [1, { b: 2 }], c: undefined }, { a: [1, { b: 2 }], d: undefined }), undefined);
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(changeOf(value, sent(value)), undefined)));
  });

  it("takes back what became undefined", () => {
    assert.deepEqual(received({ a: 1, b: 2 }, { a: 1, b: undefined }), { a: 1 });
    assert.deepEqual(received({ a: undefined }, { a: 1 }), { a: 1 });
  });

  it("says a row that came, went or moved by its id, and nothing of the others", () => {
    const [a, b, c] = [{ id: "a" }, { id: "b", n: 1 }, { id: "c" }];
    assert.deepEqual(changeOf([a, b, c], [{ id: "new" }, a, { id: "b", n: 2 }, c]), {
      items: [
        { is: { id: "new" } },
        { from: 0, count: 1 },
        { of: 1, change: { entries: { n: { is: 2 } } } },
        { from: 2, count: 1 },
      ],
    });
    assert.deepEqual(changeOf([a, b, c], [a, c]), {
      items: [
        { from: 0, count: 1 },
        { from: 2, count: 1 },
      ],
    });
  });

  it("says a list of numbers whole when all are others", () => {
    assert.deepEqual(changeOf([1, 2, 3], [4, 5, 6]), { is: [4, 5, 6] });
  });

  it("keeps what did not change as the very same objects", () => {
    const before = { rows: [{ id: "a" }, { id: "b" }], notes: ["n"] };
    const after = received(before, { rows: [{ id: "a" }, { id: "b", x: 1 }], notes: ["n"] });
    assert.deepEqual(after, { rows: [{ id: "a" }, { id: "b", x: 1 }], notes: ["n"] });
    const change = changeOf(before, { rows: [{ id: "b" }, { id: "a" }], notes: ["n"] });
    assert.ok(change);
    const moved = changed(before, change) as typeof before;
    assert.equal(moved.notes, before.notes);
    assert.equal(moved.rows[1], before.rows[0]);
  });

  it("knows no key that means something to every object", () => {
    const odd = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}');
    assert.deepEqual(Object.keys(received({}, odd) as object), ["__proto__", "constructor"]);
    assert.equal(({} as { x?: number }).x, undefined);
  });
});
