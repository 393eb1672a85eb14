import { defaultResampling } from "../../trend/fit/resampling.ts";
import type { Choice, Settings } from "../choice.ts";
import { orNone, wholeNumber } from "../valueKind.ts";

/** Draws of the bootstrap; `null`: as many as the collection allows. */
export const samples: Choice<number | null, Settings<"samples">> = {
  key: "samples",
  reach: "flag",
  value: orNone(wholeNumber(100, 1_000_000)),
  flag: {
    argument: "<count>",
    help: "draws of the bootstrap (default: 2000, fewer above 1000 models)",
    commands: "trend",
  },
  paper: () => defaultResampling.samples ?? null,
  settle: (count) => ({ samples: count ?? undefined }),
  of: (settings) => settings.samples ?? null,
  menu: () => [],
};

/** Seed of the bootstrap. */
export const seed: Choice<number, Settings<"seed">> = {
  key: "seed",
  reach: "flag",
  value: wholeNumber(0, 2 ** 32 - 1),
  flag: {
    argument: "<number>",
    help: `seed of the bootstrap (default: ${defaultResampling.seed})`,
    commands: "trend",
  },
  paper: () => defaultResampling.seed,
  settle: (chosen) => ({ seed: chosen }),
  of: (settings) => settings.seed,
  menu: () => [],
};
