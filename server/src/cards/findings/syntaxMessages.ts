import { quoted } from "../../text/suggestions.ts";
import type { LackingColon, PlainSyntaxProblem, SyntaxProblem } from "./cardSubjects.ts";

const notRead = "The card is not read until this is corrected.";

/** Says what is wrong with a text that YAML cannot read, and what to write. */
export function syntaxMessage(subject: SyntaxProblem): string {
  switch (subject.problem) {
    case "no-colon":
      return `${quoted(subject.written)} has no colon, so it is not read. Write a key, a colon and a value.`;
    case "entry": {
      const { written, key, value, lacks } = subject;
      return `${quoted(written)} ${colonProblems[lacks]}, so it is not read. Write \`${quoted(`${key}: ${value}`)}\`.`;
    }
    case "second-colon":
      return `A second colon makes YAML read a map under ${quoted(subject.key)}. If it is text, put it in quotes; if another entry starts there, start it on the next line.`;
    case "alias-text":
      return `YAML takes * for the start of an alias. Text that starts with it needs quotes. ${notRead}`;
    case "block-indicator": {
      const { indicator, written, number } = subject;
      const problem =
        number === undefined
          ? `${indicator} starts a text of several lines here, and they start on the next line. A text of one line that starts with ${indicator} needs quotes.`
          : `${quoted(written)} is not exact. Write ${number}.`;
      return `${problem} ${notRead}`;
    }
    case "indentation":
      return `${indentationMessage(subject.indent, subject.wanted)} ${notRead}`;
    case "unclosed": {
      const { character } = subject;
      const isBracket = character === "{" || character === "[";
      return `This ${character} is not closed.${isBracket ? " Lines inside it must be indented." : ""} ${notRead}`;
    }
    case "unopened": {
      const { character } = subject;
      return `There is one ${character} too many: no ${character === "}" ? "{" : "["} is open here. ${notRead}`;
    }
    default:
      return `${plainMessages[subject.problem]} ${notRead}`;
  }
}

/** As the end of a sentence about the line. */
const colonProblems: Readonly<Record<LackingColon, string>> = {
  colon: "has no colon",
  "narrow-colon": "has a full-width colon, which YAML takes for a letter",
  space: "has no space after the colon",
};

function indentationMessage(indent: number, wanted: number): string {
  return wanted === 0
    ? `This line is indented by ${spaces(indent)}, and the lines it belongs to are not. Remove the ${indent === 1 ? "space" : "spaces"}.`
    : `This line is indented by ${spaces(indent)}, and the lines it belongs to by ${spaces(wanted)}. Indent it as they are.`;
}

/** "1 space", "3 spaces" */
export function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}

const plainMessages: Readonly<Record<PlainSyntaxProblem, string>> = {
  "not-aligned": "This line is not indented like the lines it belongs to.",
  tab: "Lines of YAML are indented with spaces, not with tabs.",
  "continued-value":
    "The line below is indented further than this one, so YAML takes it for more of this value.",
  "full-width-colon": "This line has a full-width colon, which YAML takes for a letter.",
  "missing-colon": "A colon is missing after the key that starts here.",
  "comma-in-braces": "A comma is missing between the entries here.",
  "missing-comma": "A comma is missing before this entry.",
  "reserved-character": "A value that starts with this sign needs quotes.",
  "unknown-escape":
    "In double quotes a backslash starts an escape, and this one does not exist. Write two backslashes, or use single quotes.",
  "long-key": "A key may have 1,024 characters; a quote may be open before it.",
  "glued-comment": "A comment needs a space before its #.",
  "glued-colon": "A colon needs a space after it.",
  "key-behind-dashes": "The first key of a card stands on the line after ---.",
  directive: "A line that starts with % must be followed by a line ---.",
  "text-after-value": "Only a comment can follow a closing quote or bracket on its line.",
  "list-beside-key": "A list starts on the line below its key, or stands in brackets.",
  "missing-character": "A quote, bracket, colon or comma is missing here.",
  unplaced: "YAML cannot place what stands here; a quote, bracket, colon or comma may be missing before it.",
  other: "YAML cannot make sense of what stands here.",
};
