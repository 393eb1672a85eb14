import { type FindingCode, findingCodes, findingTable } from "../cards/finding.ts";
import { workspaceSchema } from "../generated/shippedData.ts";
import { escapeMarkdown } from "./markdown.ts";
import type { SchemaNode } from "./schemaKeys.ts";

const keys = (workspaceSchema as SchemaNode).properties ?? {};

/** A key of `densing.yaml`, or the code of a finding below `rules`. */
export interface SettingsKey {
  readonly name: string;
  /** A few words. */
  readonly title: string;
  readonly description: string;
}

/** Keys that can stand in `densing.yaml` at a path; nothing where no map belongs. */
export function settingsKeysAt(path: readonly string[]): readonly SettingsKey[] {
  if (path.length === 0) {
    return Object.entries(keys).map(([name, { title = name, description = "" }]) => ({
      name,
      title,
      description,
    }));
  }
  return path.length === 1 && path[0] === "rules" ? findingCodes.map(codeKey) : [];
}

function codeKey(code: FindingCode): SettingsKey {
  const { severity, description, isOptional } = findingTable[code];
  const title = isOptional ? "off unless chosen" : `${severity} unless chosen`;
  return { name: code, title, description };
}

/** Documentation of a key, in Markdown. */
export function settingsDocumentation({ title, description }: SettingsKey): string {
  return `**${escapeMarkdown(title)}**\n\n${escapeMarkdown(description)}`;
}
