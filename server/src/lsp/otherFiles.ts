import type { TextDocument } from "vscode-languageserver-textdocument";
import { applySeverities } from "../rules/severities.ts";
import { isReferenceFile } from "../workspace/cardFiles.ts";
import type { LocatedFinding } from "../workspace/cardSummary.ts";
import { checkOtherFile, isCheckedFile } from "../workspace/checkSettingsFile.ts";
import type { Folders } from "./folders.ts";

/** Findings of an open settings or reference file of a collection; nothing for any other document. */
export function findingsOfOtherFile(folders: Folders, document: TextDocument): LocatedFinding[] {
  const place = folders.find(document.uri);
  if (place === undefined || !isCheckedFile(place.path)) return [];
  const findings = checkOtherFile(place.path, document.getText());
  return applySeverities(findings, place.folder.collection.choices.rules ?? {});
}

/** Whether a document is a reference of a collection. */
export function isReferenceDocument(folders: Folders, { uri }: TextDocument): boolean {
  const place = folders.find(uri);
  return place !== undefined && isReferenceFile(place.path);
}
