import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { modelSpelling, namesMeant } from "../../../server/src/density/modelNames.ts";

const names = ["Tern-65B", "Qwen2.5-7B", "Qwen2.5-72B", "Café-3B", "acme/Gull-7B"];

test("a model is meant in any case, with an owner, an address, other dashes and Unicode forms", () => {
  const meant: Readonly<Record<string, readonly string[]>> = {
    "tern-65b": ["Tern-65B"],
    "example-org/Tern-65B": ["Tern-65B"],
    "https://huggingface.co/seabirds/Tern-65B/": ["Tern-65B"],
    "Tern\u201165B": ["Tern-65B"],
    "Cafe\u0301-3B": ["Café-3B"],
    "qwen2.5 7b": ["Qwen2.5-7B"],
    "Gull-7B": ["acme/Gull-7B"],
    "Tern-6B": [],
    Tern: [],
  };
  for (const [word, wanted] of Object.entries(meant)) assert.deepEqual(namesMeant(word, names), wanted, word);
});

test("the name itself is meant before another spelling of it", () => {
  assert.deepEqual(namesMeant("tern-65b", ["Tern-65B", "tern-65b"]), ["tern-65b"]);
  assert.deepEqual(namesMeant("TERN-65B", ["Tern-65B", "tern-65b"]), ["Tern-65B", "tern-65b"]);
});

test("property: every name means itself, in composed and decomposed form and in any case", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      fc.pre(text.trim() !== "");
      for (const written of [text, text.normalize("NFC"), text.normalize("NFD"), ` ${text} `])
        assert.ok(namesMeant(written, [text]).includes(text), written);
      assert.equal(modelSpelling(text.normalize("NFD")), modelSpelling(text.normalize("NFC")));
    }),
  );
});
