import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { isReferenceFile, settingsFileName } from "../files/cardFiles.ts";
import type { SettingsContext } from "../language/settingsContext.ts";
import { checkOtherFile, isCheckedFile } from "../method/checkSettingsFile.ts";
import { applySeverities } from "../rules/severities.ts";
import type { Folders, Place } from "./folders.ts";

/** The place of an open settings or reference file of a collection; `undefined` for any other document. */
export function placeOfOtherFile(folders: Folders, uri: string): Place | undefined {
  const place = folders.find(uri);
  return place !== undefined && isCheckedFile(place.path) ? place : undefined;
}

/** Findings of an open settings or reference file of a collection; nothing for any other document. */
export function findingsOfOtherFile(folders: Folders, document: TextDocument): LocatedFinding[] {
  const place = placeOfOtherFile(folders, document.uri);
  if (place === undefined) return [];
  const findings = checkOtherFile(place.path, document.getText());
  return applySeverities(findings, place.folder.collection.choices.rules ?? {});
}

/** Whether a document is a reference of a collection. */
export function isReferenceDocument(folders: Folders, { uri }: TextDocument): boolean {
  const place = folders.find(uri);
  return place !== undefined && isReferenceFile(place.path);
}

/** An open `densing.yaml` of a collection; `undefined` for any other document. */
export function settingsContextOf(folders: Folders, document: TextDocument): SettingsContext | undefined {
  const place = placeOfOtherFile(folders, document.uri);
  if (place?.path !== settingsFileName) return undefined;
  const { settings, referenceFiles } = place.folder.collection;
  return { document, reference: settings.reference, referenceFiles };
}
