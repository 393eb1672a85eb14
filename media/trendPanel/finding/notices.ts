import type { PageModel } from "../shell/pageModel.ts";
import { hasContent } from "../shell/shownContent.ts";
import { element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { updateChildren } from "../widgets/keyed.ts";

/** What keeps the numbers from being up to date or as the settings want them. */
interface Notice {
  readonly kind: "info" | "warning";
  readonly text: string;
}

/** Lines above the verdict. */
export class Notices {
  readonly element = element("div", { className: "notices" });
  readonly #model: PageModel;

  constructor(model: PageModel) {
    this.#model = model;
  }

  update(): void {
    updateChildren(this.element, noticesOf(this.#model), ({ text }) => text, noticeLine);
  }
}

function noticeLine({ kind, text }: Notice): HTMLElement {
  return element("p", { className: `notice notice-${kind}` }, icon(kind), element("span", { text }));
}

function noticesOf({ data, waitingFor }: PageModel): Notice[] {
  if (data === undefined) return [];
  const notices: Notice[] = [];
  if (waitingFor !== undefined) notices.push({ kind: "info", text: waitingFor });
  if (data.settingsProblem !== undefined) notices.push({ kind: "warning", text: data.settingsProblem });
  if (!data.isIndexed && hasContent(data)) notices.push({ kind: "info", text: "Reading cards…" });
  return notices;
}
