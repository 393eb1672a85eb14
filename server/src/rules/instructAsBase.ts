import type { CardRule } from "./rule.ts";

const edge = "(?:^|[-_\\s./])";
const end = "(?=$|[-_\\s./]|\\d)";
const instructWord = new RegExp(`${edge}(instruct|chat|sft|dpo|rlhf)${end}`, "i");
/** Gemma's suffix; with one capital it is a word of a sentence. */
const shortWord = new RegExp(`${edge}(it|IT)${end}`);

/** Instruction tuning moves scores by more than a doubling does, so such a model is not a base model. */
export const instructAsBase: CardRule = ({ model: { name, kind } }) => {
  const start = name.slice(0, 200);
  const word = (instructWord.exec(start) ?? shortWord.exec(start))?.[1];
  if (word === undefined || (kind !== "base" && kind !== undefined)) return [];
  const counts = kind === undefined ? "counts as base, having no kind" : "says kind: base";
  return [
    {
      code: "instruct-as-base",
      about: kind === undefined ? "name" : "kind",
      message: `The name says \`${word}\`, and the card ${counts}. Write \`kind: instruct\`, or give the scores of the base model under its own name.`,
      ...(kind === "base" && { replacements: [{ title: "Write instruct", newText: "instruct" }] }),
    },
  ];
};
