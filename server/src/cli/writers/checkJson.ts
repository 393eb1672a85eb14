import { severities } from "../../cards/findings/findingKind.ts";
import type { CheckedFile } from "../../collection/checkCollection.ts";
import { jsonText, schemaVersion } from "../../report/jsonContract.ts";

/** `densing check --format json`, as schemas/report.schema.json says. */
export function checkJson(files: readonly CheckedFile[], cardCount: number): string {
  const findings = files.flatMap(({ file, findings }) =>
    findings.map(({ start, end, code, severity, message }) => ({
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      code,
      severity,
      message,
    })),
  );
  return jsonText({
    schemaVersion,
    findings,
    counts: {
      cards: cardCount,
      files: files.length,
      ...Object.fromEntries(
        severities.map((name) => [name, findings.filter(({ severity }) => severity === name).length]),
      ),
    },
  });
}
