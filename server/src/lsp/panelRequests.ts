import type { CancellationToken, Connection } from "vscode-languageserver";
import { modelList } from "../panel/modelList.ts";
import { panelData } from "../panel/panelData.ts";
import { exportedFile, exportFormats } from "../panel/panelExport.ts";
import { type PanelQuestion, readPanelQuestion } from "../panel/panelQuestion.ts";
import type { CustomMessages } from "../protocol.ts";
import { contextOf } from "../report/jsonContract.ts";
import { readLayers } from "../trend/figure/layers.ts";
import type { Steps } from "../trend/steps.ts";
import { modelDetails } from "../trend/wording/modelDetails.ts";
import { mergeChoices } from "../workspace/collectionSettings.ts";
import { inSlices } from "../workspace/inSlices.ts";
import { wholeMethod } from "../workspace/methodChoices.ts";
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
      const question = readPanelQuestion(params.question);
      const folder = folderAsked(question, folders)?.collection;
      const resolution = await folder?.settingsWith(question.choices);
      const analysis = folder?.analyse(resolution?.kind === "settings" ? resolution.settings : undefined);
      const analysed = analysis?.models.find(({ id }) => id === params.modelId);
      return analysis && analysed ? modelDetails(analysed, analysis) : null;
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
