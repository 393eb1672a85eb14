import type { TextDocument } from "vscode-languageserver-textdocument";
import { isReferenceFile } from "../files/cardFiles.ts";
import type { OpenReference, OpenSettings } from "../language/openFile.ts";
import { checkOtherFile, isCheckedFile } from "../method/checkSettingsFile.ts";
import { applySeverities } from "../rules/severities.ts";
import type { Folder, Folders, Place } from "./folders.ts";

/** The place of an open settings or reference file of a collection; `undefined` for any other document. */
export function placeOfOtherFile(folders: Folders, uri: string): Place | undefined {
  const place = folders.find(uri);
  return place !== undefined && isCheckedFile(place.path) ? place : undefined;
}

/** An open settings or reference file of a collection; `undefined` for any other document. */
export function openOtherFile(
  folders: Folders,
  document: TextDocument,
): ((OpenSettings | OpenReference) & { readonly folder: Folder }) | undefined {
  const place = placeOfOtherFile(folders, document.uri);
  if (place === undefined) return undefined;
  const { folder, path } = place;
  const { collection } = folder;
  const findings = () =>
    applySeverities(
      checkOtherFile(path, document.getText(), collection.modelNames),
      collection.choices.rules ?? {},
    );
  if (isReferenceFile(path)) return { kind: "reference", folder, document, findings };
  const { settings, referenceFiles } = collection;
  const context = { document, reference: settings.reference, referenceFiles };
  return { kind: "settings", folder, document, findings, context };
}
