import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LruMap } from "../../../server/src/files/lruMap.ts";

describe("a map of what was used last", () => {
  it("drops what was used longest ago, whether read or written", () => {
    const map = new LruMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    assert.equal(map.get("a"), 1);
    map.set("c", 3);
    assert.deepEqual([map.get("a"), map.get("b"), map.get("c")], [1, undefined, 3]);
  });

  it("counts a key once, however often it is set", () => {
    const map = new LruMap<string, number>(2);
    for (const [key, value] of [
      ["a", 1],
      ["b", 2],
      ["b", 3],
    ] as const)
      map.set(key, value);
    assert.deepEqual([map.get("a"), map.get("b")], [1, 3]);
  });

  it("forgets one key, or all", () => {
    const map = new LruMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.delete("a");
    assert.deepEqual([map.get("a"), map.get("b")], [undefined, 2]);
    map.clear();
    assert.equal(map.get("b"), undefined);
  });
});
