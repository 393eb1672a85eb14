import picomatch from "picomatch";
import { baseName } from "./fileSource.ts";

/** Name of the file with a collection's settings. */
export const settingsFileName = "densing.yaml";

/** Whether a path names a reference file. */
export function isReferenceFile(path: string): boolean {
  return /\.reference\.ya?ml$/i.test(path);
}

/** Whether a path can never be a card, whatever is configured. */
export function isNeverCard(path: string): boolean {
  const name = baseName(path);
  // What macOS writes beside a file on foreign disks is no text.
  return isReferenceFile(path) || name === settingsFileName || name.startsWith("._");
}

/**
 * Decides which files of a collection are cards: by name, by folder, or by the patterns of
 * `densing.yaml`; nothing is guessed from content.
 * @param patterns globs relative to the collection's root
 * @returns a test for paths relative to the collection's root
 */
export function cardFileTest(patterns: readonly string[]): (path: string) => boolean {
  const isListed = patterns.length > 0 ? picomatch([...patterns]) : () => false;
  return (path) => !isNeverCard(path) && (isNamedAsCard(path) || isListed(path));
}

function isNamedAsCard(path: string): boolean {
  if (/\.modelcard\.ya?ml$/i.test(path)) return true;
  return /\.ya?ml$/i.test(path) && /(^|\/)model-?cards\//i.test(path);
}
