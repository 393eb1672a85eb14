import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Workbench } from "./workbench.ts";

/** Lets the suite in the extension host call a workbench in this process. */
export interface Bridge {
  readonly url: string;
  readonly close: () => void;
}

interface Call {
  readonly verb: string;
  readonly parameters: readonly unknown[];
}

function parseCall(body: string): Call | undefined {
  const call: unknown = JSON.parse(body);
  if (typeof call !== "object" || call === null || !("verb" in call) || !("parameters" in call))
    return undefined;
  const { verb, parameters } = call;
  return typeof verb === "string" && Array.isArray(parameters) ? { verb, parameters } : undefined;
}

async function answer(request: IncomingMessage, workbench: Workbench): Promise<unknown> {
  const call = parseCall(await text(request));
  const verbs: ReadonlyMap<string, unknown> = new Map(Object.entries(workbench));
  const verb = call && verbs.get(call.verb);
  if (call === undefined || typeof verb !== "function") throw new Error("Unknown request.");
  return (await verb(...call.parameters)) ?? null;
}

/** Listens on loopback, at an address that only those who were told it can use. */
export async function startBridge(workbench: Workbench): Promise<Bridge> {
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    if (request.method !== "POST" || request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    answer(request, workbench).then(
      (result) => response.end(JSON.stringify({ result })),
      (error: unknown) =>
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
