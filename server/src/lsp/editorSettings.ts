import type { Connection } from "vscode-languageserver";
import { denominators } from "../density/denominator.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { kindChoices } from "../trend/collection/membership.ts";
import { estimators } from "../trend/fit/estimator.ts";

/** Name of the section of settings in every editor. */
export const settingsSection = "densing";

/** Which files findings are shown of. */
export const diagnosticScopes = ["openFiles", "workspace"] as const;
export type DiagnosticScope = (typeof diagnosticScopes)[number];

/** Settings of an editor for one folder. */
export interface EditorSettings {
  readonly choices: CollectionChoices;
  /** Whether the density is an information diagnostic on the model's name in open files. */
  readonly densityDiagnostic: boolean;
  readonly diagnosticScope: DiagnosticScope;
  readonly codeLens: boolean;
  /** Whether effective parameters stand behind each score. */
  readonly inlayHints: boolean;
}

export const defaultEditorSettings: EditorSettings = {
  choices: {},
  densityDiagnostic: true,
  diagnosticScope: "openFiles",
  codeLens: true,
  inlayHints: false,
};

/** Asks the editor for the settings of a folder; the defaults when it cannot be asked. */
export async function askEditorSettings(
  connection: Connection,
  scopeUri: string,
  canAsk: boolean,
): Promise<EditorSettings> {
  if (!canAsk) return defaultEditorSettings;
  const answer: unknown = await connection.workspace.getConfiguration({ scopeUri, section: settingsSection });
  return parseEditorSettings(answer);
}

/** Reads what an editor sent; a value of the wrong kind is as good as none. */
export function parseEditorSettings(answer: unknown): EditorSettings {
  const section = isRecord(answer) ? answer : {};
  const reference = nonEmptyText(section.reference);
  const basis = nonEmptyText(section.basis);
  const d0 = section.d0;
  const denominator = denominators.find((choice) => choice === section.denominator);
  const estimator = estimators.find((choice) => choice === section.estimator);
  const kinds = Array.isArray(section.kinds) ? section.kinds : [];
  const diagnostics = isRecord(section.diagnostics) ? section.diagnostics : {};
  const scope = diagnosticScopes.find((choice) => choice === diagnostics.scope);
  const knownKinds = kindChoices.filter((kind) => kinds.includes(kind));
  return {
    choices: {
      ...(reference !== undefined && { reference }),
      ...(basis !== undefined && { basis }),
      ...(typeof d0 === "number" && d0 > 0 && { d0 }),
      ...(denominator !== undefined && { denominator }),
      ...(estimator !== undefined && { estimator }),
      ...(knownKinds.length > 0 && { kinds: knownKinds }),
    },
    diagnosticScope: scope ?? defaultEditorSettings.diagnosticScope,
    densityDiagnostic: section.densityDiagnostic !== false,
    codeLens: section.codeLens !== false,
    inlayHints: section.inlayHints === true,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nonEmptyText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
