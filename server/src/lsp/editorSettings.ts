import type { Connection } from "vscode-languageserver";
import { fields, choices as register } from "../method/choices.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { choicesMade } from "../method/methodChoices.ts";

/** Name of the section of settings in every editor. */
export const settingsSection = "densing";

/** Which files findings are shown of. */
export const diagnosticScopes = ["openFiles", "workspace"] as const;
export type DiagnosticScope = (typeof diagnosticScopes)[number];

/** The choices that an editor's settings can make. */
const editorFields = fields.filter((field) => register[field].reach === "editor");

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
  const diagnostics = isRecord(section.diagnostics) ? section.diagnostics : {};
  const scope = diagnosticScopes.find((choice) => choice === diagnostics.scope);
  return {
    choices: choicesMade((field) => {
      const { key, value } = register[field];
      const read = value.read(section[key]);
      return isEmpty(read) ? undefined : read;
    }, editorFields),
    diagnosticScope: scope ?? defaultEditorSettings.diagnosticScope,
    densityDiagnostic: section.densityDiagnostic !== false,
    codeLens: section.codeLens !== false,
    inlayHints: section.inlayHints === true,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an editor has for a setting that nobody chose: `""`, `null`, an empty list. */
function isEmpty(value: unknown): boolean {
  return value === "" || value === null || (Array.isArray(value) && value.length === 0);
}
