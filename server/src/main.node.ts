import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { NodeFileSource } from "./files/nodeFileSource.ts";
import { startServer } from "./lsp/server.ts";

// Over Node IPC for VS Code, or --stdio for any other editor: the library reads the arguments.
const connection = createConnection(ProposedFeatures.all);

// Nothing but the protocol may be written to standard output.
console.log = console.warn = (...words: unknown[]) => console.error(...words);

startServer(connection, { openSource: (folder) => new NodeFileSource(folder.fsPath) });
