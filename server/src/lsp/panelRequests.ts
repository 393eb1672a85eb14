import type { CancellationToken, Connection } from "vscode-languageserver";
import { inSlices } from "../files/inSlices.ts";
import { PanelAnswers } from "../panel/panelAnswers.ts";
import { panelService } from "../panel/panelService.ts";
import type { PanelSubject } from "../panel/panelSubject.ts";
import type { AskedOfPanel, CustomMessages, SubjectMethod } from "../protocol.ts";
import type { Steps } from "../trend/steps.ts";
import type { Folders } from "./folders.ts";
import { cancelled, runSafely } from "./runSafely.ts";
import type { Runtime } from "./runtime.ts";

/** Answers what the trend panel and the list of models ask: a table of methods and what of the service they call. */
export function servePanel(connection: Connection, folders: Folders, runtime: Runtime): void {
  const { panel, menu, details, compare, ahead, models } = panelService;
  const answers = new PanelAnswers();

  const on = <Method extends SubjectMethod>(
    method: Method,
    what: string,
    answer: (
      subject: PanelSubject,
      params: CustomMessages[Method]["params"],
      token: CancellationToken,
    ) => Answer<Method> | Promise<Answer<Method>>,
  ) =>
    connection.onRequest(
      method,
      (params: CustomMessages[Method]["params"], token: CancellationToken): Promise<unknown> =>
        runSafely<Answer<Method> | null>(runtime, what, token, null, async () => {
          const { question }: AskedOfPanel = params;
          const subject = await panelService.subjectOf(question, folders.all());
          return subject === undefined ? null : answer(subject, params, token);
        }),
    );

  /** The result of a computation between other messages. */
  const unlessCancelled = async <Result>(steps: Steps<Result>, token: CancellationToken): Promise<Result> => {
    const sliced = await inSlices(steps, runtime, () => !token.isCancellationRequested);
    if (sliced.kind === "unwanted") throw cancelled();
    return sliced.result;
  };

  on("densing/panel", "Panel", async (subject, { since }, token) =>
    answers.answer(await unlessCancelled(panel(subject), token), since),
  );
  on("densing/menu", "Menu", (subject, { setting }) => menu(subject, setting));
  on("densing/modelDetails", "Model details", (subject, { modelId }) => details(subject, modelId));
  on("densing/compare", "Comparison", (subject, { modelIds }) => compare(subject, modelIds));
  on("densing/forecast", "Forecast", (subject, { asked }, token) =>
    unlessCancelled(ahead(subject, asked), token),
  );
  on("densing/export", "Export", (subject, choice) =>
    panelService.export(subject, choice, runtime.clock.today()),
  );
  connection.onRequest("densing/models", (_: CustomMessages["densing/models"]["params"], token) =>
    runSafely(runtime, "Models", token, [], () => models(folders.all())),
  );
}

type Answer<Method extends SubjectMethod> = CustomMessages[Method]["result"];
