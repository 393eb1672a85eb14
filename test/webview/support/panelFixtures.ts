import { FolderCollection } from "../../../server/src/collection/folderCollection.ts";
import type { Model } from "../../../server/src/density/model.ts";
import type { TimeFigure } from "../../../server/src/figures/time/timeFigure.ts";
import type { CollectionChoices } from "../../../server/src/method/collectionSettings.ts";
import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import type { PanelData } from "../../../server/src/panel/panelData.ts";
import { firstQuestion, type PanelQuestion } from "../../../server/src/panel/panelQuestion.ts";
import { panelService } from "../../../server/src/panel/panelService.ts";
import type { PanelSubject } from "../../../server/src/panel/panelSubject.ts";
import type {
  ComparisonWording,
  ControlGroup,
  ModelPair,
  PanelControl,
  PanelForecastQuestion,
} from "../../../server/src/protocol.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import type { ModelDetails } from "../../../server/src/wording/modelDetails.ts";
import { modelOf, paperModels } from "../../support/figures.ts";
import { testToday } from "../../support/openCards.ts";
import { noFiles } from "../../support/testRuntime.ts";

const folderUri = "file:///models";

/** A folder as the server has it in memory, without a disk behind it. */
export interface FixtureFolder {
  /** What the host would send of it. */
  readonly data: PanelData;
  /** What the host would send for another question. */
  ask(change: Partial<PanelQuestion>): Promise<PanelData>;
  /** The figure, for tests of collections that have one; throws for one without. */
  readonly figure: TimeFigure;
  details(modelId: string): ModelDetails | null;
  compare(modelIds: ModelPair): ComparisonWording | null;
  /** An answer to each question, in words. */
  forecast(asked: readonly PanelForecastQuestion[]): readonly string[];
  /** What each choice of a control leads to. */
  menu(setting: PanelControl["setting"]): readonly ControlGroup[];
}

/** A folder with a card per model: the n-th has its name on line n. */
export async function folderOf(
  models: readonly Model[],
  choices: CollectionChoices = {},
): Promise<FixtureFolder> {
  const folder = new FolderCollection(noFiles, () => testToday, { onChange: () => {}, onProblem: () => {} });
  await folder.load(choices);
  for (const [line, model] of models.entries()) {
    const file = fileOf(model.name);
    const nameStart = { line, character: 6 };
    const places = {
      name: { start: nameStart, end: nameStart },
      releaseDate: undefined,
      parameters: undefined,
      kind: undefined,
      checkpointOf: undefined,
      priceDate: undefined,
      quantization: undefined,
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
  const folders = [{ uri: folderUri, name: "models", collection: folder }];
  const subjectOf = async (change: Partial<PanelQuestion>): Promise<PanelSubject> => {
    const subject = await panelService.subjectOf({ ...firstQuestion, ...change, folderUri }, folders);
    if (subject === undefined) throw new Error("There is no folder");
    return subject;
  };
  const ask = async (change: Partial<PanelQuestion>) => finish(panelService.panel(await subjectOf(change)));
  const subject = await subjectOf({});
  const data = await ask({});
  return {
    data,
    ask,
    get figure() {
      const { content } = data;
      if (!("figure" in content) || content.figure.kind !== "time")
        throw new Error("Nothing is drawn of this folder");
      return content.figure;
    },
    details: (modelId) => panelService.details(subject, modelId),
    compare: (modelIds) => panelService.compare(subject, modelIds),
    forecast: (asked) => finish(panelService.ahead(subject, asked)),
    menu: (setting) => panelService.menu(subject, setting),
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
