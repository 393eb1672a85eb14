import { type Command, Option } from "commander";
import { CollectionError } from "../collection/loadCollection.ts";
import { type FigureId, figureIds, kindWithId } from "../figures/index.ts";
import { defaultLayers, type Layer, layers } from "../figures/layers.ts";
import { defaultPicture, type PictureOptions } from "../figures/page/page.ts";
import { type ThemeName, themeNames } from "../scene/theme.ts";
import { oneOf, someOf, wholeNumber } from "./arguments.ts";

/** Options that only a picture has. */
export interface PictureFlags {
  readonly figure?: FigureId;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly layers?: readonly Layer[];
}

/** Pixels; a picture is no narrower than 320 and as high as its text needs. */
const pictureSize = wholeNumber(320, 10_000);

/** Adds what can be asked of a picture. */
export function withPictureOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--figure <name>", `with --format svg: ${figureIds.join(", ")} (default: time)`).argParser(
        oneOf(figureIds),
      ),
    )
    .addOption(
      new Option("--theme <name>", `with --format svg: ${themeNames.join(", ")} (default: light)`).argParser(
        oneOf(themeNames),
      ),
    )
    .addOption(
      new Option("--width <pixels>", `with --format svg (default: ${defaultPicture.width})`).argParser(
        pictureSize,
      ),
    )
    .addOption(
      new Option("--height <pixels>", `with --format svg (default: ${defaultPicture.height})`).argParser(
        pictureSize,
      ),
    )
    .addOption(
      new Option(
        "--layers <list>",
        `what the figure over time shows: ${layers.join(", ")}, or all (default: ${defaultLayers.join(",")}, and a break that is asked for)`,
      ).argParser(someOf(layers)),
    );
}

/**
 * The picture asked for.
 * @throws CollectionError when layers are given for a figure that has none
 */
export function pictureOf({ figure = "time", theme, width, height, layers }: PictureFlags): {
  readonly figure: FigureId;
  readonly options: PictureOptions;
  readonly layers: readonly Layer[] | undefined;
} {
  if (layers !== undefined && kindWithId(figure).can.layers === undefined) {
    const having = figureIds.filter((id) => kindWithId(id).can.layers !== undefined);
    throw new CollectionError(`--layers needs --figure ${having.join(" or ")}: other figures have none.`);
  }
  return {
    figure,
    layers,
    options: {
      theme: theme ?? defaultPicture.theme,
      width: width ?? defaultPicture.width,
      height: height ?? defaultPicture.height,
    },
  };
}

/**
 * Says that an option would change nothing, rather than ignore it.
 * @throws CollectionError when a picture's option is given without a picture
 */
export function refusePictureFlags({ figure, theme, width, height, layers }: PictureFlags): void {
  const given = Object.entries({ figure, theme, width, height, layers }).find(
    ([, value]) => value !== undefined,
  );
  if (given !== undefined)
    throw new CollectionError(`--${given[0]} needs --format svg: it is about a picture.`);
}
