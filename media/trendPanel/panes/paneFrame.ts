import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";

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
  const closer = button(
    {
      className: "icon-button",
      title: "Close",
      attributes: { "aria-label": `Close: ${title}` },
      onClick: close,
    },
    icon("close"),
  );
  const head = element(
    "div",
    { className: "pane-head" },
    element("h2", { text: title, attributes: { id: headingId } }),
    closer,
  );
  const pane = element(
    "section",
    { className: `pane ${name}`, attributes: { "aria-labelledby": headingId } },
    head,
    ...children,
  );
  pane.hidden = true;
  pane.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  return pane;
}
