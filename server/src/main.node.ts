import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { NodeFileSource } from "./files/nodeFileSource.ts";
import type { Machine } from "./lsp/runtime.ts";
import { startServer } from "./lsp/server.ts";

// Over Node IPC for VS Code, or --stdio for any other editor: the library reads the arguments.
const connection = createConnection(ProposedFeatures.all);

// Nothing but the protocol may be written to standard output.
console.log = console.warn = (...words: unknown[]) => console.error(...words);

const millisecondsPerDay = 86_400_000;

const node: Machine = {
  files: { openSource: (folder) => new NodeFileSource(folder.fsPath) },
  clock: {
    now: () => performance.now(),
    today: () => Math.floor(Date.now() / millisecondsPerDay),
  },
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  soon: (work) => void setImmediate(work),
};

startServer(connection, node);
