import { contextOf, type ReportContext } from "../report/jsonContract.ts";
import type { CollectionOptions } from "./collectionOptions.ts";
import type { OpenedCollection } from "./openCollection.ts";

const millisecondsPerDay = 86_400_000;

/** What the writers print: the analysis of an opened collection and where its cards stand. */
export function reportContext(
  { collection, settings }: OpenedCollection,
  options: CollectionOptions,
): ReportContext {
  const asOfEpochDay = asOfDay(options);
  return contextOf(collection, { ...settings, asOfEpochDay }, asOfEpochDay);
}

/** The day taken for today, in days since 1970-01-01. */
export function asOfDay({ asOf }: CollectionOptions): number {
  return asOf ?? Math.floor(Date.now() / millisecondsPerDay);
}
