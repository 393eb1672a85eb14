import type { CancellationToken, Connection } from "vscode-languageserver";
import { readLayers } from "../figures/time/layers.ts";
import { inSlices } from "../files/inSlices.ts";
import { mergeChoices } from "../method/collectionSettings.ts";
import { wholeMethod } from "../method/methodChoices.ts";
import { readForecastQuestions } from "../panel/forecastQuestion.ts";
import { modelList } from "../panel/modelList.ts";
import { panelData } from "../panel/panelData.ts";
import { exportedFile, exportFormats } from "../panel/panelExport.ts";
import { forecastSteps } from "../panel/panelForecast.ts";
import { type PanelQuestion, readPanelQuestion } from "../panel/panelQuestion.ts";
import type { CustomMessages } from "../protocol.ts";
import { contextOf } from "../report/jsonContract.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { compareModels } from "../trend/questions/compareModels.ts";
import type { Steps } from "../trend/steps.ts";
import { comparisonWording } from "../wording/comparison.ts";
import { modelDetails } from "../wording/modelDetails.ts";
import { today } from "./clock.ts";
import type { Folder, Folders } from "./folders.ts";
import { cancelled, type Log, runSafely } from "./runSafely.ts";

type Params<Method extends keyof CustomMessages> = CustomMessages[Method]["params"];

/** Answers what the trend panel and the list of models ask. */
export function servePanel(connection: Connection, folders: Folders, log: Log): void {
  connection.onRequest("densing/panel", (params: Params<"densing/panel">, token) =>
    runSafely(log, "Panel", token, null, () => {
      const question = readPanelQuestion(params);
      const folder = folderAsked(question, folders);
      return folder
        ? panelData({ ...question, folderUri: folder.uri }, folder.collection, pickable(folders), (content) =>
            unlessCancelled(content, token),
          )
        : null;
    }),
  );
  connection.onRequest("densing/modelDetails", (params: Params<"densing/modelDetails">, token) =>
    runSafely(log, "Model details", token, null, async () => {
      const analysis = await analysisAsked(params.question, folders);
      const analysed = analysis?.models.find(({ id }) => id === params.modelId);
      return analysis && analysed ? modelDetails(analysed, analysis) : null;
    }),
  );
  connection.onRequest("densing/compare", (params: Params<"densing/compare">, token) =>
    runSafely(log, "Comparison", token, null, async () => {
      const analysis = await analysisAsked(params.question, folders);
      const [first, second] = params.modelIds.map((modelId) =>
        analysis?.models.find(({ id }) => id === modelId),
      );
      if (analysis === undefined || first === undefined || second === undefined) return null;
      return comparisonWording(compareModels(first, second, analysis), analysis.settings);
    }),
  );
  connection.onRequest("densing/forecast", (params: Params<"densing/forecast">, token) =>
    runSafely(log, "Forecast", token, null, async () => {
      const analysis = await analysisAsked(params.question, folders);
      const asked = readForecastQuestions(params.asked);
      return analysis === undefined ? null : unlessCancelled(forecastSteps(asked, analysis), token);
    }),
  );
  connection.onRequest("densing/export", (params: Params<"densing/export">, token) =>
    runSafely(log, "Export", token, null, async () => {
      const question = readPanelQuestion(params.question);
      const folder = folderAsked(question, folders)?.collection;
      const format = exportFormats.find((known) => known === params.format);
      const resolution = await folder?.settingsWith(question.choices);
      if (folder === undefined || format === undefined || resolution?.kind !== "settings") return null;
      const { settings } = resolution;
      const said = mergeChoices(question.choices, folder.choices);
      const context = {
        ...contextOf(folder.collection, settings, today()),
        method: wholeMethod(said, settings.reference),
        ownChoices: folder.ownChoices,
      };
      return exportedFile(format, question, context, readLayers(params.layers)) ?? null;
    }),
  );
  connection.onRequest("densing/models", (_: Params<"densing/models">, token) =>
    runSafely(log, "Models", token, [], () =>
      folders
        .all()
        .filter(({ collection }) => collection.collection.files().length > 0)
        .map(({ uri, name, collection }) => modelList(uri, name, collection)),
    ),
  );
}

/** What a panel's numbers come from; choices that do not fit together change nothing, as in the panel. */
async function analysisAsked(
  asked: PanelQuestion,
  folders: Folders,
): Promise<CollectionAnalysis | undefined> {
  const question = readPanelQuestion(asked);
  const folder = folderAsked(question, folders)?.collection;
  const resolution = await folder?.settingsWith(question.choices);
  return folder?.analyse(resolution?.kind === "settings" ? resolution.settings : undefined);
}

/** The result of a computation between other messages. */
async function unlessCancelled<Result>(steps: Steps<Result>, token: CancellationToken): Promise<Result> {
  const sliced = await inSlices(steps, { isWanted: () => !token.isCancellationRequested });
  if (sliced.kind === "unwanted") throw cancelled();
  return sliced.result;
}

/** The folder a question names; the first collection with cards when it names none, or one that is gone. */
function folderAsked({ folderUri }: PanelQuestion, folders: Folders): Folder | undefined {
  return (folderUri === undefined ? undefined : folders.byUri(folderUri)) ?? firstWithCards(folders);
}

function firstWithCards(folders: Folders): Folder | undefined {
  const all = folders.all();
  return all.find(({ collection }) => collection.collection.files().length > 0) ?? all[0];
}

function pickable(folders: Folders): { uri: string; name: string }[] {
  return folders.all().map(({ uri, name }) => ({ uri, name }));
}
