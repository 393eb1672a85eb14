import { bridgeVariable, type Workbench } from "../workbench.ts";

async function post(url: string, verb: keyof Workbench, parameters: readonly unknown[]): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify({ verb, parameters }) });
  const reply: unknown = await response.json();
  if (typeof reply !== "object" || reply === null) throw new Error(`The bridge gave no answer to ${verb}.`);
  if ("error" in reply) throw new Error(`${verb}: ${reply.error}`);
  return "result" in reply ? reply.result : null;
}

function connect(url: string): Workbench {
  // The runner implements the same interface, so an answer has the type that the verb declares.
  const call =
    <Verb extends keyof Workbench>(verb: Verb) =>
    (...parameters: unknown[]) =>
      post(url, verb, parameters) as ReturnType<Workbench[Verb]>;
  return {
    screenshot: call("screenshot"),
    press: call("press"),
    type: call("type"),
    clickText: call("clickText"),
    clickTreeItem: call("clickTreeItem"),
    labels: call("labels"),
    clickPanel: call("clickPanel"),
    clickInPanel: call("clickInPanel"),
    saveAs: call("saveAs"),
    hoverPanel: call("hoverPanel"),
    probePanel: call("probePanel") as Workbench["probePanel"],
    reloadCount: call("reloadCount"),
    reload: call("reload"),
    report: call("report"),
  };
}

const url = process.env[bridgeVariable];

/** The window around this extension host; undefined in the desktop VS Code, which has no bridge. */
export const workbench: Workbench | undefined = url === undefined ? undefined : connect(url);
