import { type Command, Option } from "commander";
import { defaultPicture, type PictureOptions } from "../trend/svg/page.ts";
import { type ThemeName, themeNames } from "../trend/svg/theme.ts";
import { CollectionError } from "../workspace/loadCollection.ts";
import { oneOf, wholeNumber } from "./arguments.ts";
import { type FigureName, figureNames } from "./writers/trendSvgFigure.ts";

/** Options that only a picture has. */
export interface PictureFlags {
  readonly figure?: FigureName;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

/** Pixels; a picture is no narrower than 320 and as high as its text needs. */
const pictureSize = wholeNumber(320, 10_000);

/** Adds what can be asked of a picture. */
export function withPictureOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--figure <name>", `with --format svg: ${figureNames.join(", ")} (default: time)`).argParser(
        oneOf(figureNames),
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
    );
}

/** The picture asked for. */
export function pictureOf({ figure, theme, width, height }: PictureFlags): {
  readonly figure: FigureName;
  readonly options: PictureOptions;
} {
  return {
    figure: figure ?? "time",
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
export function refusePictureFlags({ figure, theme, width, height }: PictureFlags): void {
  const given = Object.entries({ figure, theme, width, height }).find(([, value]) => value !== undefined);
  if (given !== undefined)
    throw new CollectionError(`--${given[0]} needs --format svg: it is about a picture.`);
}
