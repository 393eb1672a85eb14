import { counted } from "../../text/numbers.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { developers } from "../../trend/questions/developers.ts";
import { mostInfluential } from "../../trend/questions/influence.ts";
import { type Choice, papers, type RowEntry, type Settings } from "../choice.ts";
import { names } from "../valueKind.ts";

/** Rows for so many records, those that move the line most. */
const mostInfluences = 3;

/** Rows for so many developers, those with most models; one model is a row of its own. */
const mostDevelopers = 8;
const fewestModelsOfDeveloper = 2;

/** Names of models left out of the trend. */
export const without: Choice<readonly string[], Settings<"without">> = {
  key: "without",
  reach: "densing.yaml",
  value: names,
  flag: {
    argument: "<name>",
    help: "leave a model out of the trend; may be given several times",
    commands: "trend",
    no: { help: "leave no model out by name, whatever densing.yaml says", value: [] },
  },
  paper: () => [],
  settle: (left) => ({ without: left }),
  of: (settings) => settings.without,
  control: {
    id: "without",
    label: "Without",
    phrase: ({ without: left }) => (left.length === 1 ? (left[0] ?? "") : counted(left.length, "model")),
    whileChanged: "figures and panel",
  },
  /** Each to be taken back. */
  menu: ({ analysis }) => {
    const left = analysis.settings.without;
    return [
      { select: "one", entries: [{ label: "no model", value: [], details: [papers] }] },
      {
        select: "many",
        entries: left.map((name) => ({
          label: name,
          value: left.filter((other) => other !== name),
          isChosen: true,
        })),
      },
    ];
  },
  rows: {
    group: "Leave one model out, largest change first",
    alternatives: ({ analysis }) => [...modelRows(analysis), ...developerRows(analysis)],
  },
};

function modelRows({ trend, settings }: CollectionAnalysis): RowEntry<readonly string[]>[] {
  return mostInfluential(trend, mostInfluences).map(({ name }) => ({
    label: `without ${name}`,
    value: [...settings.without, name],
  }));
}

function developerRows({ trend, settings }: CollectionAnalysis): RowEntry<readonly string[]>[] {
  return developers(trend.points)
    .filter(({ models }) => models.length >= fewestModelsOfDeveloper && models.length < trend.points.length)
    .slice(0, mostDevelopers)
    .map(({ organization, models }) => ({
      label: `without ${organization} (${counted(models.length, "model")})`,
      value: [...settings.without, ...models],
      group: "Leave one developer out, most models first",
    }));
}
