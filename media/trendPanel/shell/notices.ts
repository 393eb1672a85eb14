import type { PanelData } from "../../../server/src/protocol.ts";
import { element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { hasContent } from "./shownContent.ts";

/** What keeps the numbers from being up to date or as the settings want them. */
export interface Notice {
  readonly kind: "info" | "warning";
  readonly text: string;
}

/** Lines above the verdict. */
export class Notices {
  readonly element = element("div", { className: "notices" });
  #shown = "";

  update(notices: readonly Notice[]): void {
    const shown = JSON.stringify(notices);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.replaceChildren(
      ...notices.map(({ kind, text }) =>
        element("p", { className: `notice notice-${kind}` }, icon(kind), element("span", { text })),
      ),
    );
  }
}

/** @param waitingFor why the host cannot answer anew */
export function noticesOf(data: PanelData, waitingFor: string | undefined): Notice[] {
  const notices: Notice[] = [];
  if (waitingFor !== undefined) notices.push({ kind: "info", text: waitingFor });
  if (data.settingsProblem !== undefined) notices.push({ kind: "warning", text: data.settingsProblem });
  if (!data.isIndexed && hasContent(data)) notices.push({ kind: "info", text: "Reading cards…" });
  return notices;
}
