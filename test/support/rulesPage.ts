import { findingCodes, findingTable } from "../../server/src/cards/finding.ts";
import type { LocatedFinding } from "../../server/src/cards/locatedFinding.ts";
import { checkOtherFile } from "../../server/src/method/checkSettingsFile.ts";
import { openText } from "./openCards.ts";
import { readingExamples } from "./readingExamples.ts";
import { type RuleExample, ruleExamples } from "./ruleExamples.ts";

/** An example for every finding, in the order of the page. */
export const examples: readonly RuleExample[] = [...readingExamples, ...ruleExamples].toSorted(
  (one, other) => findingCodes.indexOf(one.code) - findingCodes.indexOf(other.code),
);

/** The page of all findings: a table made from the code, and a good and a bad example of each. */
export function rulesPage(): string {
  const rows = findingCodes.map((code) => {
    const { severity, description, isOptional } = findingTable[code];
    return `| \`${code}\` | ${isOptional ? "off" : severity} | ${description} |`;
  });
  return `# What Densing finds

Every finding has a code. \`densing.yaml\` chooses a severity for it, or turns it off, which changes what is said and never a number. What is off by default is looked for where a severity is chosen:

\`\`\`yaml
rules: { name-size: warning, source-missing: "off", benchmark-before-model: hint }
\`\`\`

A comment takes a finding back where it stands: behind a value for its line, on a line of its own for the next one, or with \`densing-ignore-card\` for the whole card. A reason may follow behind a colon. A comment that takes back nothing is reported.

\`\`\`yaml
# densing-ignore name-size: named so upstream
parameters: 4.2B
\`\`\`

Most findings have a fix in the editor. One has none where only the person knows what to write: a missing release date is filled in from another card of the model or from a source that carries a date, and otherwise asked for, since today's date would be no fact.

| code | severity | |
|---|---|---|
${rows.join("\n")}

Below is every one of them: a text it speaks about, what it says, and the same text put right, of which nothing is said. More mistakes of spelling and structure are in [broken](broken/README.md).

${examples.map(exampleSection).join("\n")}`;
}

/** What is said of a text in the place of an example's. */
export function findingsIn(
  { others, path, severities }: RuleExample,
  text: string,
): readonly LocatedFinding[] {
  return path === undefined
    ? openText(text, others, undefined, severities).findings
    : checkOtherFile(path, text, Object.values(others ?? {}).flatMap(namesIn));
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/^name: (.+)$/gm)].map(([, name = ""]) => name);
}

function exampleSection(example: RuleExample): string {
  const { code, reason, bad, good, path } = example;
  const text = bad.replaceAll(/[⟦⟧]/g, "");
  const messages = findingsIn(example, text)
    .filter((finding) => finding.code === code)
    .map(({ message }) => `> ${message.replaceAll("\u00a0", " ")}`);
  const file = path === undefined ? "" : ` in ${path}`;
  return `## ${code}

${reason}

\`\`\`yaml
# ${findingTable[code].severity}${file}
${example.shown ?? text}\`\`\`

${messages.join("\n>\n")}

\`\`\`yaml
# good
${example.shownGood ?? good}\`\`\`
`;
}
