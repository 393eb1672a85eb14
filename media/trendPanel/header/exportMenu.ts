import type { PageMessage } from "../../../server/src/protocol.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { shownFigureOf } from "../shell/shownContent.ts";
import type { MenuGroup, MenuItem } from "../widgets/menu.ts";

/** Everything that can be taken away: pictures, data, and words for elsewhere. */
export function exportMenu({ data, layers }: PageModel, { post }: PageActions): MenuGroup[] {
  const isDrawn = shownFigureOf(data) !== undefined;
  const picture = (label: string, message: PageMessage): MenuItem => ({
    label,
    ...(!isDrawn && { detail: "Nothing is drawn here", isDisabled: true }),
    choose: () => post(message),
  });
  const file = (label: string, detail: string, message: PageMessage): MenuItem => ({
    label,
    detail,
    choose: () => post(message),
  });
  return [
    {
      title: "Figure",
      select: "none",
      items: [
        picture("SVG", { type: "export", format: "svg", layers }),
        picture("PNG", { type: "askPicture", use: "save", scale: 1, layers }),
        picture("PNG, twice the pixels", { type: "askPicture", use: "save", scale: 2, layers }),
        picture("Copy picture", { type: "askPicture", use: "copy", scale: 2, layers }),
      ],
    },
    {
      title: "Numbers",
      select: "none",
      items: [
        file("CSV", "a row a model", { type: "export", format: "csv" }),
        file("JSON", "the fit at full precision", { type: "export", format: "json" }),
      ],
    },
    {
      title: "Caption",
      select: "none",
      items: [
        file("Markdown", "finding, method and sources", { type: "export", format: "markdown" }),
        file("Copy caption", "the same as text", { type: "copy", format: "markdown" }),
      ],
    },
    {
      title: "These choices",
      select: "none",
      items: [
        file("Copy as densing.yaml", "for the folder", { type: "copy", format: "settings" }),
        file("Copy as command", "densing trend", { type: "copy", format: "command" }),
      ],
    },
  ];
}
