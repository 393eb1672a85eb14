import { contextOf, type ReportContext } from "../report/jsonContract.ts";
import type { OpenedCollection } from "./openCollection.ts";

/** What the writers print: the analysis of an opened collection and where its cards stand. */
export function reportContext({ collection, settings, today }: OpenedCollection): ReportContext {
  return contextOf(collection, settings, today);
}
