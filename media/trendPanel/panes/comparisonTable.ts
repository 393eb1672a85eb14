import type { ComparisonWording } from "../../../server/src/protocol.ts";
import type { Mark } from "../../../server/src/scene/mark.ts";
import type { ComparisonRow } from "../../../server/src/wording/comparison.ts";
import { markIcon } from "../figure/markIcon.ts";
import { element } from "../widgets/dom.ts";

/** A model that is compared, as the figure shows it. */
export interface ComparedModel {
  readonly id: string;
  /** `undefined` for a model that the figure does not show, or does not tell apart by family. */
  readonly mark: Mark | undefined;
  readonly isRecord: boolean;
}

export type ComparedPair = readonly [first: ComparedModel, second: ComparedModel];

/*
 * Roles are written out because narrow pages lay rows out as boxes, and a table whose rows are no table
 * rows on the screen may lose them.
 */

/** The facts of two models, a row each: what it is, both values, how they relate. */
export function comparisonTable(
  [first, second]: ComparedPair,
  { names, rows }: ComparisonWording,
): HTMLElement {
  const head = element(
    "tr",
    { attributes: { role: "row" } },
    element("td", { className: "label", attributes: { role: "cell" } }),
    modelHeading(first, names[0]),
    modelHeading(second, names[1]),
    heading("relation", "First against second"),
  );
  return element(
    "table",
    { className: "comparison-table", attributes: { role: "table" } },
    element("thead", { attributes: { role: "rowgroup" } }, head),
    element("tbody", { attributes: { role: "rowgroup" } }, ...rows.map(tableRow)),
  );
}

function heading(className: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element("th", { className, attributes: { scope: "col", role: "columnheader" } }, ...children);
}

function modelHeading({ mark, isRecord }: ComparedModel, name: string): HTMLElement {
  return heading("value", ...(mark === undefined ? [] : [markIcon(mark, isRecord)]), name);
}

/** A fact without values has its label in their place, too. */
function tableRow({ label, values, relation }: ComparisonRow): HTMLElement {
  const span = values === undefined ? { colspan: "3" } : {};
  return element(
    "tr",
    { attributes: { role: "row" } },
    element("th", {
      className: "label",
      text: label,
      attributes: { scope: "row", role: "rowheader", ...span },
    }),
    ...(values ?? []).map((text) =>
      element("td", { className: "value", text, attributes: { role: "cell" } }),
    ),
    element("td", { className: "relation", text: relation, attributes: { role: "cell" } }),
  );
}
