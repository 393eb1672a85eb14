import { closeButton } from "../widgets/closeButton.ts";
import { element } from "../widgets/dom.ts";
import { onKeys } from "../widgets/keys.ts";

/**
 * What a pane below the figure is framed by: its heading and the way out of it, which Escape takes, too.
 * @param name also the id of its heading: "compare"
 */
export function paneFrame(
  name: string,
  title: string,
  close: () => void,
  ...children: readonly Node[]
): HTMLElement {
  const headingId = `${name}-heading`;
  const head = element(
    "div",
    { className: "pane-head" },
    element("h2", { text: title, attributes: { id: headingId } }),
    closeButton(`Close: ${title}`, close),
  );
  const pane = element(
    "section",
    { className: `pane ${name}`, attributes: { "aria-labelledby": headingId } },
    head,
    ...children,
  );
  pane.hidden = true;
  onKeys(pane, { Escape: close });
  return pane;
}
