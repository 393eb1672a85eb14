import { Document, isCollection, isMap, Scalar } from "yaml";
import type { Reference } from "../density/reference.ts";
import { choices, type Field, type MethodValues } from "../method/choices.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { type CompleteMethod, changedChoices, type MethodChoices } from "../method/methodChoices.ts";
import { fieldsInFile } from "../method/settingsKeys.ts";
import type { WrittenValue } from "../method/valueKind.ts";

/**
 * The text of a `densing.yaml` under which everybody gets a method's numbers: the method whole, so that
 * no editor's settings are needed, beside what the folder's file says of other things.
 * @param own what the folder's `densing.yaml` says
 */
export function settingsText(method: CompleteMethod, { files, rules }: CollectionChoices): string {
  const document = new Document({
    ...(files !== undefined && { files }),
    ...Object.assign({}, ...fieldsInFile.map((field) => written(field, method))),
    ...(rules !== undefined && { rules }),
  });
  if (isMap(document.contents))
    for (const { value } of document.contents.items) if (isCollection(value)) value.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function written<Name extends Field>(
  field: Name,
  method: CompleteMethod,
): Readonly<Record<string, WrittenValue | Scalar<number>>> {
  const { key, value } = choices[field];
  const text = value.write(method[field]);
  return text === undefined ? {} : { [key]: typeof text === "number" ? inPowersOfTen(text) : text };
}

/** 5e+12 rather than 5000000000000; smaller numbers as they are. */
function inPowersOfTen(count: number): number | Scalar<number> {
  if (count < 1e6) return count;
  const scalar = new Scalar(count);
  scalar.format = "EXP";
  return scalar;
}

/**
 * The command that gives a method's numbers in the collection's folder, where its `densing.yaml` holds:
 * only what that leaves open or says otherwise is a flag.
 * @param reference the method's
 * @param own what the folder's `densing.yaml` says
 */
export function commandText(method: CompleteMethod, reference: Reference, own: CollectionChoices): string {
  const changed = changedChoices(method, own, reference);
  const flags = fieldsInFile.flatMap((field) => flagsOf(field, changed));
  return ["densing", "trend", ...flags].map(quoted).join(" ");
}

/** The flags that make the choice of a field; none where it is not made. */
export function flagsOf<Name extends Field>(field: Name, made: MethodChoices): string[] {
  const { key, value, flag } = choices[field];
  const chosen: MethodValues[Name] | undefined = made[field];
  if (chosen === undefined) return [];
  if (flag.argument === "" && chosen === flag.bare) return [`--${key}`];
  const given = value.toArguments(chosen);
  return given.length === 0 && flag.no !== undefined
    ? [`--no-${key}`]
    : given.flatMap((argument) => [`--${key}`, argument]);
}

/**
 * An argument that a shell hands on as it is. Double quotes mean the same to every shell as long as
 * nothing within them is special to one; for the rest there are the single quotes of POSIX.
 */
function quoted(argument: string): string {
  if (/^[A-Za-z0-9_-][A-Za-z0-9_./:+-]*$/.test(argument)) return argument;
  return /["$`\\!%]/.test(argument) ? `'${argument.replaceAll("'", "'\\''")}'` : `"${argument}"`;
}
