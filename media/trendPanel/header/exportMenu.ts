import type { PageMessage } from "../../../server/src/protocol.ts";
import type { Layer } from "../../../server/src/trend/figure/layers.ts";
import type { MenuGroup, MenuItem } from "../menu.ts";

/** Everything that can be taken away: pictures, data, and words for elsewhere. */
export function exportMenu(
  isDrawn: boolean,
  layers: readonly Layer[],
  post: (message: PageMessage) => void,
): MenuGroup[] {
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
      items: [file("CSV", "a row a model", { type: "export", format: "csv", layers })],
    },
  ];
}
