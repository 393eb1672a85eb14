import { LruMap } from "../files/lruMap.ts";
import type { PanelData } from "./panelData.ts";
import { changed, changeOf, type ValueChange } from "./valueChange.ts";

/** What a panel is sent: all of it, or how it differs from what the panel has. */
export type PanelAnswer = {
  /** Names this answer, for the next question. */
  readonly id: string;
  /** What was asked, with the folder that answers. */
  readonly question: PanelData["question"];
} & PanelUpdate;

export type PanelUpdate =
  | { readonly data: PanelData }
  /** `since` names the answer that changes; without a change it stays as it is. */
  | { readonly since: string; readonly change?: ValueChange };

/** A few panels are open at a time; one whose last answer is forgotten is sent all of the next. */
const mostKept = 6;

/** Answers that panels were sent last, so that what they have is not sent again. */
export class PanelAnswers {
  readonly #kept = new LruMap<string, PanelData>(mostKept);
  /** A server that was started again knows nothing of the answers of the one before. */
  readonly #name = crypto.randomUUID();
  #count = 0;

  /** @param since what the panel calls the answer that it has, if it has one */
  answer(data: PanelData, since: string | undefined): PanelAnswer {
    const before = since === undefined ? undefined : this.#kept.get(since);
    this.#count += 1;
    const id = `${this.#name}-${this.#count}`;
    const { question } = data;
    if (since === undefined || before === undefined) {
      this.#kept.set(id, data);
      return { id, question, data };
    }
    const change = changeOf(before, data);
    const update = { since, ...(change !== undefined && { change }) };
    // Made from the one before, so that both share what is the same.
    this.#kept.set(id, updated({ id: since, data: before }, update) ?? data);
    return { id, question, ...update };
  }
}

/** What a panel has after an update; `undefined` when the update is of something else than what it has. */
export function updated(
  has: { readonly id: string; readonly data: PanelData } | undefined,
  update: PanelUpdate,
): PanelData | undefined {
  if ("data" in update) return update.data;
  if (has === undefined || has.id !== update.since) return undefined;
  // The change was made from a whole answer of the same server.
  return update.change === undefined ? has.data : (changed(has.data, update.change) as PanelData);
}
