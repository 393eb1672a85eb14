import { FolderCollection } from "../../../server/src/collection/folderCollection.ts";
import type { Model } from "../../../server/src/density/model.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import type { FileSource } from "../../../server/src/files/fileSource.ts";
import type { CollectionChoices } from "../../../server/src/method/collectionSettings.ts";
import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { type PanelData, panelData } from "../../../server/src/panel/panelData.ts";
import { forecastSteps } from "../../../server/src/panel/panelForecast.ts";
import { firstQuestion, type PanelQuestion } from "../../../server/src/panel/panelQuestion.ts";
import type { ComparisonWording, ModelPair, PanelForecastQuestion } from "../../../server/src/protocol.ts";
import { compareModels } from "../../../server/src/trend/questions/compareModels.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { comparisonWording } from "../../../server/src/wording/comparison.ts";
import { type ModelDetails, modelDetails } from "../../../server/src/wording/modelDetails.ts";
import { modelOf, paperModels } from "../../support/figures.ts";

const folderUri = "file:///models";

/** A folder as the server has it in memory, without a disk behind it. */
export interface FixtureFolder {
  /** What the host would send of it. */
  readonly data: PanelData;
  /** What the host would send for another question. */
  ask(change: Partial<PanelQuestion>): Promise<PanelData>;
  /** The figure, for tests of collections that have one; throws for one without. */
  readonly figure: TrendFigure;
  details(modelId: string): ModelDetails | null;
  compare(modelIds: ModelPair): ComparisonWording | null;
  /** An answer to each question, in words. */
  forecast(asked: readonly PanelForecastQuestion[]): string[];
}

const noFiles: FileSource = {
  stat: async () => "missing",
  listFiles: async () => [],
  readText: async (path) => Promise.reject(new Error(`No file ${path}`)),
};

/** A folder with a card per model: the n-th has its name on line n. */
export async function folderOf(
  models: readonly Model[],
  choices: CollectionChoices = {},
): Promise<FixtureFolder> {
  const folder = new FolderCollection(noFiles, { onChange: () => {}, onProblem: () => {} });
  await folder.load(choices);
  for (const [line, model] of models.entries()) {
    const file = fileOf(model.name);
    const nameStart = { line, character: 6 };
    const places = {
      name: { start: nameStart, end: nameStart },
      releaseDate: undefined,
      parameters: undefined,
      kind: undefined,
      baseModels: [],
      sources: [],
      evaluations: [],
      benchmarkKeys: new Map(),
      scores: new Map(),
    };
    const card = {
      id: `${file}#0`,
      file,
      name: model.name,
      model,
      nameStart,
      nameEnd: nameStart,
      firstLine: 0,
      places,
    };
    folder.collection.setFile({ file, cards: [card], findings: [], suppressions: [] });
  }
  const ask = (change: Partial<PanelQuestion>) =>
    panelData({ ...firstQuestion, ...change, folderUri }, folder, [{ uri: folderUri, name: "models" }]);
  const data = await ask({});
  return {
    data,
    ask,
    get figure() {
      const { content } = data;
      if (content.view !== "time" || content.figure.kind !== "trend")
        throw new Error("Nothing is drawn of this folder");
      return content.figure;
    },
    details: (modelId) => {
      const analysis = folder.analyse();
      const analysed = analysis.models.find(({ id }) => id === modelId);
      return analysed === undefined ? null : modelDetails(analysed, analysis);
    },
    compare: (modelIds) => {
      const analysis = folder.analyse();
      const [first, second] = modelIds.map((modelId) => analysis.models.find(({ id }) => id === modelId));
      if (first === undefined || second === undefined) return null;
      return comparisonWording(compareModels(first, second, analysis), analysis.settings);
    },
    forecast: (asked) => finish(forecastSteps(asked, folder.analyse())),
  };
}

/** The id of a model's card in a fixture folder. */
export function idOf(name: string): string {
  return `${fileOf(name)}#0`;
}

/** The 51 models of the paper's figure 1. */
export function paperFolder(choices: CollectionChoices = {}): Promise<FixtureFolder> {
  return folderOf(paperModels, choices);
}

/** As many made-up models as asked for, of ten families, over three years. */
export function manyModels(count: number): Model[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor(random() * 1000);
    const density = 2 ** (day / 110 - 4 - 5 * random());
    return modelOf(`Model-${index}`, day, density, { family: `Family ${index % 10}` });
  });
}

function fileOf(name: string): string {
  return `cards/${name.toLowerCase()}.modelcard.yaml`;
}
