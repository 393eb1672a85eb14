import { type Severity, severities } from "../../cards/findings/findingKind.ts";
import type { CheckedFile } from "../../collection/checkCollection.ts";
import { counted } from "../../text/numbers.ts";
import { singleLine } from "../../text/plainLine.ts";
import type { Terminal } from "../terminal.ts";

/** `densing check`: one line per finding, as compilers print them, and the counts. */
export function checkText(files: readonly CheckedFile[], cardCount: number, { colors }: Terminal): string {
  const style: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.cyan,
    hint: colors.dim,
  };
  const findings = files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })));
  const lines = findings.map(
    ({ file, start, severity, message, code }) =>
      `${colors.bold(file)}:${start.line + 1}:${start.character + 1}: ${style[severity](severity)}: ${singleLine(message)} ${colors.dim(`[${code}]`)}\n`,
  );
  const counts = severities.flatMap((name) => {
    const count = findings.filter(({ severity }) => severity === name).length;
    return count === 0 ? [] : [name === "information" ? `${count} information` : counted(count, name)];
  });
  const summary = `${counted(cardCount, "card")} in ${counted(files.length, "file")}: ${counts.join(", ") || "nothing to mend"}.\n`;
  return `${lines.join("")}${lines.length > 0 ? "\n" : ""}${summary}`;
}
