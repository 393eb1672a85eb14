import type { ServerHandle } from "../serverHandle.ts";

/** `Densing: Show Output`: the server's log. */
export async function showOutput(server: ServerHandle): Promise<void> {
  (await server.start()).showOutput();
}
