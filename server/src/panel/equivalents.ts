import { Document, isCollection, isMap, Scalar } from "yaml";
import { isoOfEpochDay } from "../density/calendar.ts";
import type { Reference } from "../density/reference.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { choicesBeyond, type MethodChoices, type WholeMethod } from "../method/methodChoices.ts";
import { kindChoices } from "../trend/collection/membership.ts";

/**
 * The text of a `densing.yaml` under which everybody gets a method's numbers: the method whole, so that
 * no editor's settings are needed, beside what the folder's file says of other things.
 * @param own what the folder's `densing.yaml` says
 */
export function settingsText(method: WholeMethod, { files, rules }: CollectionChoices): string {
  const { reference, basis, d0, denominator, estimator, tau, without } = method;
  const document = new Document({
    ...(files !== undefined && { files }),
    reference,
    basis,
    d0: inPowersOfTen(d0),
    denominator,
    kinds: areAll(method.kinds) ? "all" : method.kinds,
    estimator,
    tau,
    ...dated("since", method.sinceEpochDay),
    ...dated("until", method.untilEpochDay),
    ...(without.length > 0 && { without }),
    ...dated("break", method.breakEpochDay),
    ...(rules !== undefined && { rules }),
  });
  if (isMap(document.contents))
    for (const { value } of document.contents.items) if (isCollection(value)) value.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/**
 * The command that gives a method's numbers in the collection's folder, where its `densing.yaml` holds:
 * only what that leaves open or says otherwise is a flag.
 * @param reference the method's
 * @param own what the folder's `densing.yaml` says
 */
export function commandText(method: WholeMethod, reference: Reference, own: CollectionChoices): string {
  const flags = flagsOf(choicesBeyond(method, own, reference));
  return ["densing", "trend", ...flags].map(quoted).join(" ");
}

function flagsOf(choices: MethodChoices): string[] {
  const { reference, basis, d0, denominator, kinds, estimator, tau, without } = choices;
  return [
    ...flag("--reference", reference),
    ...flag("--basis", basis),
    ...flag("--d0", d0?.toExponential().replace("e+", "e")),
    ...flag("--denominator", denominator),
    ...flag("--kinds", kinds && (areAll(kinds) ? "all" : kinds.join(","))),
    ...flag("--estimator", estimator),
    ...flag("--tau", tau?.toString()),
    ...dayFlag("since", choices.sinceEpochDay),
    ...dayFlag("until", choices.untilEpochDay),
    ...(without?.length === 0 ? ["--no-without"] : (without ?? []).flatMap((name) => ["--without", name])),
    ...dayFlag("break", choices.breakEpochDay),
  ];
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

function dayFlag(name: string, epochDay: number | null | undefined): string[] {
  if (epochDay === null) return [`--no-${name}`];
  return flag(`--${name}`, epochDay === undefined ? undefined : isoOfEpochDay(epochDay));
}

/**
 * An argument that a shell hands on as it is. Double quotes mean the same to every shell as long as
 * nothing within them is special to one; for the rest there are the single quotes of POSIX.
 */
function quoted(argument: string): string {
  if (/^[A-Za-z0-9_-][A-Za-z0-9_./:+-]*$/.test(argument)) return argument;
  return /["$`\\!%]/.test(argument) ? `'${argument.replaceAll("'", "'\\''")}'` : `"${argument}"`;
}

function areAll(kinds: WholeMethod["kinds"]): boolean {
  return kindChoices.every((kind) => kinds.includes(kind));
}

function dated(key: string, epochDay: number | null): Readonly<Record<string, string>> {
  return epochDay === null ? {} : { [key]: isoOfEpochDay(epochDay) };
}

/** 5e+12 rather than 5000000000000. */
function inPowersOfTen(count: number): Scalar<number> {
  const scalar = new Scalar(count);
  scalar.format = "EXP";
  return scalar;
}
