import type { ModelsView } from "../models/modelsView.ts";
import type { ServerHandle } from "../serverHandle.ts";

/** `Densing: Show All Models`: the Models view, wherever it is folded away; it says so when there is no card. */
export async function showModels(server: ServerHandle, models: ModelsView): Promise<void> {
  await server.start();
  await models.reveal();
}
