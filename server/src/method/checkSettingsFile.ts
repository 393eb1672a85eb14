import { TextDocument } from "vscode-languageserver-textdocument";
import { type Document, isMap, isScalar } from "yaml";
import { type Fix, findingCodes, findingTable, type SourceRange } from "../cards/finding.ts";
import type { FileSubject } from "../cards/findings/collectionSubjects.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { yamlText } from "../cards/yaml/plainText.ts";
import { type FileProblem, keyRangeAt, rangeAt, readYamlFile } from "../cards/yaml/yamlFile.ts";
import { namesMeant } from "../density/modelNames.ts";
import { isReferenceFile, settingsFileName } from "../files/cardFiles.ts";
import { validateWorkspace } from "../generated/validateWorkspace.js";
import { readReference } from "../references/readReference.ts";
import { shippedReference, shippedReferenceNames } from "../references/references.ts";
import { capitalised } from "../text/sentences.ts";
import { nearest, nearestModelName, quoted } from "../text/suggestions.ts";
import { choices as register } from "./choices.ts";
import { chosenReference, readChoices, resolveSettings, settingsKeys } from "./collectionSettings.ts";

/** Whether a path in a collection is that of its settings or of a reference. */
export function isCheckedFile(path: string): boolean {
  return path === settingsFileName || isReferenceFile(path);
}

/**
 * Findings of a settings or reference file, at their tokens.
 * @param modelNames of the collection; `undefined` where they are not known, so that no name is judged
 */
export function checkOtherFile(path: string, text: string, modelNames?: readonly string[]): LocatedFinding[] {
  const positions = TextDocument.create(path, "yaml", 0, text);
  const place = ({ start, end }: SourceRange) => ({
    start: positions.positionAt(start),
    end: positions.positionAt(end),
  });
  const found = isReferenceFile(path) ? referenceProblems(text) : settingsProblems(text, modelNames);
  return found.map(({ subject, range, fixes }) => ({
    code: subject.kind,
    severity: findingTable[subject.kind].severity,
    subject,
    message: fileMessage(subject),
    ...place(range),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, newText, range: whole }) => ({ title, newText, ...place(whole) })),
    }),
  }));
}

/** What is wrong with a file that is no card, in words. */
function fileMessage(subject: FileSubject): string {
  if (subject.kind === "settings-unknown-model") {
    const { name, meant } = subject;
    return `No card of this collection is named ${quoted(name)}, so nothing is left out.${meant === undefined ? "" : ` If ${quoted(meant)} is meant, write that.`}`;
  }
  if (subject.kind === "settings-unknown-key") {
    const { key, of, meant } = subject;
    const what = of === "rules" ? "code of a finding" : "key of densing.yaml";
    return `${quoted(key)} is not a ${what} and has no effect.${meant === undefined ? "" : ` If ${meant} is meant, write that.`}`;
  }
  return "reference" in subject
    ? `${quoted(subject.reference)} is no reference that ships with Densing, nor the path of a *.reference.yaml file.`
    : `${capitalised(subject.problem)}.`;
}

interface FoundProblem extends Omit<FileProblem, "message"> {
  readonly subject: FileSubject;
}

function asFound(
  problems: readonly FileProblem[],
  subjectOf: (problem: string) => FileSubject,
): FoundProblem[] {
  return problems.map(({ message, range, fixes }) => ({ subject: subjectOf(message), range, fixes }));
}

const invalidSettings = (problem: string): FileSubject => ({ kind: "settings-invalid", problem });

function referenceProblems(text: string): FoundProblem[] {
  const reading = readReference(text);
  return reading.kind === "invalid"
    ? asFound(reading.located, (problem) => ({ kind: "reference-invalid", problem }))
    : [];
}

function settingsProblems(text: string, modelNames: readonly string[] | undefined): FoundProblem[] {
  const reading = readChoices(text);
  if (reading.kind === "invalid") return asFound(reading.located, invalidSettings);
  const file = readYamlFile(text, validateWorkspace);
  if (file.kind === "invalid") return [];
  const { document } = file;
  const { choices, unknownKeys } = reading;
  const unknown = [
    ...unknownKeys.map((key) => unknownKey(document, [], key, settingsKeys, "densing.yaml")),
    ...Object.keys(choices.rules ?? {})
      .filter((code) => !Object.hasOwn(findingTable, code))
      .map((code) => unknownKey(document, ["rules"], code, findingCodes, "rules")),
  ];
  const unknownModels =
    modelNames === undefined ? [] : modelsNobodyHas(document, choices.without ?? [], modelNames);
  return [...unknown, ...unknownModels, ...referenceChoice(document, chosenReference(choices), choices)];
}

/** Names to be left out that stand for no card. */
function modelsNobodyHas(
  document: Document,
  without: readonly string[],
  modelNames: readonly string[],
): FoundProblem[] {
  return without.flatMap((name, position): FoundProblem[] => {
    if (namesMeant(name, modelNames).length > 0) return [];
    const meant = nearestModelName(name, modelNames);
    const range = rangeAt(document, ["without", position]) ??
      rangeAt(document, ["without"]) ?? { start: 0, end: 1 };
    const fixes: Fix[] =
      meant === undefined ? [] : [{ title: `Write ${quoted(meant)}`, range, newText: yamlText(meant) }];
    return [{ subject: { kind: "settings-unknown-model", name, meant }, range, fixes }];
  });
}

/** What a schema cannot say: a reference that exists, and that it has numbers for every choice. */
function referenceChoice(
  document: Document,
  name: string,
  choices: Parameters<typeof resolveSettings>[0],
): FoundProblem[] {
  const reference = shippedReference(name);
  if (reference === undefined) {
    // Whether a file of that path exists is found out when the collection is loaded.
    if (isReferenceFile(name)) return [];
    const range = rangeAt(document, ["reference"]) ?? { start: 0, end: 1 };
    const meant = nearest(name, shippedReferenceNames);
    const fixes = meant === undefined ? [] : [{ title: `Write ${meant}`, range, newText: meant }];
    return [{ subject: { kind: "settings-invalid", reference: name }, range, fixes }];
  }
  const resolution = resolveSettings(choices, reference);
  if (resolution.kind === "settings") return [];
  const range = rangeAt(document, [register[resolution.field].key]) ?? { start: 0, end: 1 };
  return [{ subject: invalidSettings(resolution.problem), range, fixes: [] }];
}

function unknownKey(
  document: Document,
  path: readonly string[],
  key: string,
  known: readonly string[],
  of: "densing.yaml" | "rules",
): FoundProblem {
  const range = keyRangeAt(document, path, key) ?? { start: 0, end: 1 };
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const near = nearest(key, known);
  const isTaken = isMap(map) && map.items.some((item) => isScalar(item.key) && item.key.value === near);
  const meant = isTaken ? undefined : near;
  const fixes: Fix[] = meant === undefined ? [] : [{ title: `Write ${meant}`, range, newText: meant }];
  return { subject: { kind: "settings-unknown-key", key, of, meant }, range, fixes };
}
