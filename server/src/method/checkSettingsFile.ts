import { TextDocument } from "vscode-languageserver-textdocument";
import { type Document, isMap, isScalar } from "yaml";
import {
  type FindingCode,
  type Fix,
  findingCodes,
  findingTable,
  type SourceRange,
} from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { type FileProblem, keyRangeAt, rangeAt, readYamlFile } from "../cards/yaml/yamlFile.ts";
import { isReferenceFile, settingsFileName } from "../files/cardFiles.ts";
import { validateWorkspace } from "../generated/validateWorkspace.js";
import { readReference } from "../references/readReference.ts";
import { shippedReference, shippedReferenceNames } from "../references/references.ts";
import { capitalised } from "../text/sentences.ts";
import { nearest, shown } from "../text/suggestions.ts";
import { choices as register } from "./choices.ts";
import { chosenReference, readChoices, resolveSettings, settingsKeys } from "./collectionSettings.ts";

/** Whether a path in a collection is that of its settings or of a reference. */
export function isCheckedFile(path: string): boolean {
  return path === settingsFileName || isReferenceFile(path);
}

/** Findings of a settings or reference file, at their tokens. */
export function checkOtherFile(path: string, text: string): LocatedFinding[] {
  const positions = TextDocument.create(path, "yaml", 0, text);
  const place = ({ start, end }: SourceRange) => ({
    start: positions.positionAt(start),
    end: positions.positionAt(end),
  });
  const found = isReferenceFile(path) ? referenceProblems(text) : settingsProblems(text);
  return found.map(({ code, message, range, fixes }) => ({
    code,
    severity: findingTable[code].severity,
    message,
    ...place(range),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, newText, range: whole }) => ({ title, newText, ...place(whole) })),
    }),
  }));
}

interface CodedProblem extends FileProblem {
  readonly code: FindingCode;
}

function coded(code: FindingCode, problems: readonly FileProblem[]): CodedProblem[] {
  return problems.map((problem) => ({ ...problem, code, message: `${capitalised(problem.message)}.` }));
}

function referenceProblems(text: string): CodedProblem[] {
  const reading = readReference(text);
  return reading.kind === "invalid" ? coded("reference-invalid", reading.located) : [];
}

function settingsProblems(text: string): CodedProblem[] {
  const reading = readChoices(text);
  if (reading.kind === "invalid") return coded("settings-invalid", reading.located);
  const file = readYamlFile(text, validateWorkspace);
  if (file.kind === "invalid") return [];
  const { document } = file;
  const { choices, unknownKeys } = reading;
  const unknown = [
    ...unknownKeys.map((key) => unknownKey(document, [], key, settingsKeys, "key of densing.yaml")),
    ...Object.keys(choices.rules ?? {})
      .filter((code) => !Object.hasOwn(findingTable, code))
      .map((code) => unknownKey(document, ["rules"], code, findingCodes, "code of a finding")),
  ];
  return [...unknown, ...referenceChoice(document, chosenReference(choices), choices)];
}

/** What a schema cannot say: a reference that exists, and that it has numbers for every choice. */
function referenceChoice(
  document: Document,
  name: string,
  choices: Parameters<typeof resolveSettings>[0],
): CodedProblem[] {
  const reference = shippedReference(name);
  if (reference === undefined) {
    // Whether a file of that path exists is found out when the collection is loaded.
    if (isReferenceFile(name)) return [];
    const range = rangeAt(document, ["reference"]) ?? { start: 0, end: 1 };
    const meant = nearest(name, shippedReferenceNames);
    const message = `${shown(name)} is no reference that ships with Densing, nor the path of a *.reference.yaml file.`;
    const fixes = meant === undefined ? [] : [{ title: `Write ${meant}`, range, newText: meant }];
    return [{ code: "settings-invalid", message, range, fixes }];
  }
  const resolution = resolveSettings(choices, reference);
  if (resolution.kind === "settings") return [];
  const range = rangeAt(document, [register[resolution.field].key]) ?? { start: 0, end: 1 };
  return coded("settings-invalid", [{ message: resolution.problem, range, fixes: [] }]);
}

function unknownKey(
  document: Document,
  path: readonly string[],
  key: string,
  known: readonly string[],
  what: string,
): CodedProblem {
  const range = keyRangeAt(document, path, key) ?? { start: 0, end: 1 };
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const near = nearest(key, known);
  const isTaken = isMap(map) && map.items.some((item) => isScalar(item.key) && item.key.value === near);
  const meant = isTaken ? undefined : near;
  const fixes: Fix[] = meant === undefined ? [] : [{ title: `Write ${meant}`, range, newText: meant }];
  const advice = meant === undefined ? "" : ` If ${meant} is meant, write that.`;
  const message = `${shown(key)} is not a ${what} and has no effect.${advice}`;
  return { code: "settings-unknown-key", message, range, fixes };
}
