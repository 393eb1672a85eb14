import type { CardRule } from "./rule.ts";

const edge = "(?:^|[-_\\s./])";
const end = "(?=$|[-_\\s./]|\\d)";
const instructWord = new RegExp(`${edge}(instruct|chat|sft|dpo|rlhf|thinking|reasoning|reasoner)${end}`, "i");
/** Gemma's suffix; with one capital it is a word of a sentence. */
const shortWord = new RegExp(`${edge}(it|IT)${end}`);

/** Instruction tuning moves scores by more than a doubling does, so such a model is not a base model. */
export const instructAsBase: CardRule = ({ model: { name, kind } }) => {
  const start = name.slice(0, 200);
  const word = (instructWord.exec(start) ?? shortWord.exec(start))?.[1];
  if (word === undefined || (kind !== "base" && kind !== undefined)) return [];
  return [
    {
      part: kind === undefined ? "name" : "kind",
      subject: { kind: "instruct-as-base", word, isStated: kind === "base" },
      ...(kind === "base" && { replacements: [{ title: "Write instruct", newText: "instruct" }] }),
    },
  ];
};
