import { findingCodes, findingTable } from "../../server/src/cards/finding.ts";
import { openText } from "./openCards.ts";
import { ruleExamples } from "./ruleExamples.ts";

/** The page of all findings: a table made from the code, and an example for every rule. */
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

A comment takes a finding back where it stands: behind a value for its line, on a line of its own for the next one, or with \`densing-ignore-card\` for the whole card. A comment that takes back nothing is reported.

\`\`\`yaml
# densing-ignore name-size
parameters: 4.2B
\`\`\`

Most findings have a fix in the editor. One has none where only the person knows what to write: a missing release date is filled in from another card of the model or from a source that carries a date, and otherwise asked for, since today's date would be no fact.

| code | severity | |
|---|---|---|
${rows.join("\n")}

Mistakes of spelling and structure are shown, each with what is said, in [broken](broken/README.md). Below are the rules that doubt a card that reads well.

${ruleExamples.map(exampleSection).join("\n")}`;
}

function exampleSection({
  code,
  reason,
  bad,
  good,
  others,
  severities,
}: (typeof ruleExamples)[number]): string {
  const text = bad.replaceAll(/[⟦⟧]/g, "");
  const messages = openText(text, others, undefined, severities)
    .findings.filter((finding) => finding.code === code)
    .map(({ message }) => `> ${message.replaceAll("\u00a0", " ")}`);
  return `## ${code}

${reason}

\`\`\`yaml
# ${findingTable[code].severity}
${text}\`\`\`

${messages.join("\n>\n")}

\`\`\`yaml
# good
${good}\`\`\`
`;
}
