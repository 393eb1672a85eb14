import assert from "node:assert/strict";
import { renameSync, rmSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  CancellationTokenSource,
  FileChangeType,
  ProgressType,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from "vscode-languageserver-protocol";
import { cardText } from "../support/cardText.ts";
import { eventually } from "../support/eventually.ts";
import { pullingClient, pushedClient, startTestServer, type TestServer } from "../support/languageServer.ts";

/** A card of which nothing is said. */
const right = cardText({
  more: "sources: https://arxiv.org/abs/2404.06395\n# densing-ignore-card average-alone\n",
});
const broken = cardText({ name: "B" }).replace("2024-02-01", "yesterday");
const files = { "a.modelcard.yaml": right, "sub/b ü.modelcard.yaml": broken };
const workspaceScope = { diagnostics: { scope: "workspace" } };

/** An editor that pulls and cannot be offered anything later. */
const plainPulling = { ...pullingClient, textDocument: { diagnostic: {} } };

function pullWorkspace(
  { connection }: TestServer,
  previousResultIds: readonly { uri: string; value: string }[] = [],
): Promise<WorkspaceDiagnosticReport> {
  return connection.sendRequest("workspace/diagnostic", { previousResultIds });
}

/** Codes of errors by file, of those files that have findings or are said to have none any more. */
function errorsOf({ items }: WorkspaceDiagnosticReport, server: TestServer): Record<string, unknown> {
  return Object.fromEntries(
    items.map((item) => [
      decodeURIComponent(item.uri.slice(server.folderUri().length + 1)),
      item.kind === "unchanged"
        ? "unchanged"
        : item.items.filter(({ severity }) => severity === 1).map(({ code }) => code),
    ]),
  );
}

function resultIds({ items }: WorkspaceDiagnosticReport) {
  return items.flatMap(({ uri, resultId }) =>
    typeof resultId === "string" ? [{ uri, value: resultId }] : [],
  );
}

const changed = (server: TestServer, path: string, type: FileChangeType) =>
  server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: server.uri(path), type }],
  });

test("a pull for the workspace gives closed cards their findings, without densities", async (t) => {
  const server = await startTestServer([files], { capabilities: plainPulling, settings: workspaceScope });
  t.after(() => server.stop());
  const report = await pullWorkspace(server);
  assert.deepEqual(errorsOf(report, server), { "sub/b ü.modelcard.yaml": ["date-unreadable"] });
  const codes = report.items
    .flatMap((item) => (item.kind === "full" ? item.items : []))
    .map(({ code }) => code);
  assert.ok(!codes.includes("density"), codes.join(" "));
});

test("a second pull waits for a change and says what is unchanged", async (t) => {
  const server = await startTestServer(
    [{ ...files, "c.modelcard.yaml": broken.replace("name: B", "name: C") }],
    {
      capabilities: plainPulling,
      settings: workspaceScope,
    },
  );
  t.after(() => server.stop());
  const first = await pullWorkspace(server);
  assert.equal(resultIds(first).length, 2);
  const second = pullWorkspace(server, resultIds(first));
  server.write("c.modelcard.yaml", right.replace("MiniCPM-1-2.4B", "C"));
  await changed(server, "c.modelcard.yaml", FileChangeType.Changed);
  assert.deepEqual(errorsOf(await second, server), {
    "c.modelcard.yaml": [],
    "sub/b ü.modelcard.yaml": "unchanged",
  });
});

test("deleting, renaming and opening a file takes its findings back, and closing brings them again", async (t) => {
  const server = await startTestServer([files], { capabilities: plainPulling, settings: workspaceScope });
  t.after(() => server.stop());
  const path = "sub/b ü.modelcard.yaml";
  let last = await pullWorkspace(server);
  const next = async () => {
    last = await pullWorkspace(server, resultIds(last));
    return errorsOf(last, server);
  };
  server.open(path, broken);
  assert.deepEqual(await next(), { [path]: [] });
  const closing = next();
  server.close(path);
  assert.deepEqual(await closing, { [path]: ["date-unreadable"] });
  renameSync(fileURLToPath(server.uri("sub")), fileURLToPath(server.uri("moved")));
  await changed(server, "sub", FileChangeType.Deleted);
  await changed(server, "moved/b ü.modelcard.yaml", FileChangeType.Created);
  // Deletion and creation are told one after the other, in either order, so the answers may be two.
  const told: Record<string, unknown> = {};
  await eventually(async () => {
    for (const [file, codes] of Object.entries(await next())) if (codes !== "unchanged") told[file] = codes;
    assert.deepEqual(told, { [path]: [], "moved/b ü.modelcard.yaml": ["date-unreadable"] });
  });
  rmSync(fileURLToPath(server.uri("moved")), { recursive: true });
  await changed(server, "moved", FileChangeType.Deleted);
  assert.deepEqual(await next(), { "moved/b ü.modelcard.yaml": [] });
});

test("partial results come as they change, until the request is cancelled", async (t) => {
  const server = await startTestServer([files], { capabilities: plainPulling, settings: workspaceScope });
  t.after(() => server.stop());
  const partial = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
  const reports: Record<string, unknown>[] = [];
  server.connection.onProgress(partial, "token", (report) => void reports.push(errorsOf(report, server)));
  const source = new CancellationTokenSource();
  const answer = server.connection.sendRequest(
    "workspace/diagnostic",
    { previousResultIds: [], partialResultToken: "token" },
    source.token,
  );
  const path = "sub/b ü.modelcard.yaml";
  await eventually(() => assert.deepEqual(reports, [{ [path]: ["date-unreadable"] }]));
  server.open(path, broken);
  await eventually(() => assert.deepEqual(reports.slice(1), [{ [path]: [] }]));
  source.cancel();
  await assert.rejects(answer, /cancelled/);
});

test("an editor that cannot pull is sent the findings of closed files", async (t) => {
  const server = await startTestServer([files], {
    capabilities: { workspace: { workspaceFolders: true, configuration: true } },
    settings: workspaceScope,
  });
  t.after(() => server.stop());
  const path = "sub/b ü.modelcard.yaml";
  const isBroken = (diagnostics: readonly { code?: unknown }[]) =>
    diagnostics.some(({ code }) => code === "date-unreadable");
  await server.pushed(path, isBroken);
  rmSync(fileURLToPath(server.uri(path)));
  await changed(server, path, FileChangeType.Deleted);
  await eventually(async () => assert.deepEqual(server.lastPushed(path), []));
});

test("by default only open files have findings, and the setting takes effect while the server runs", async (t) => {
  const settings: Record<string, unknown> = {};
  const server = await startTestServer([files], {
    capabilities: { workspace: { workspaceFolders: true, configuration: true } },
    settings,
  });
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.cardCount === 2);
  const path = "sub/b ü.modelcard.yaml";
  assert.equal(server.lastPushed(path), undefined);
  settings.diagnostics = { scope: "workspace" };
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await server.pushed(path, (diagnostics) => diagnostics.length > 0);
  settings.diagnostics = { scope: "openFiles" };
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await eventually(async () => assert.deepEqual(server.lastPushed(path), []));
});

test("an editor that can be offered pulls later is offered them while they are wanted", async (t) => {
  const settings: Record<string, unknown> = {};
  const server = await startTestServer([files], { settings });
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.cardCount === 2);
  assert.deepEqual(server.offers("textDocument/diagnostic"), []);
  settings.diagnostics = { scope: "workspace" };
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await eventually(() => assert.equal(server.offers("textDocument/diagnostic").length, 1));
  settings.diagnostics = {};
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await eventually(() => assert.equal(server.offers("textDocument/diagnostic").length, 0));
});

test("push without settings keeps to open files", async (t) => {
  const server = await startTestServer([files], { capabilities: pushedClient });
  t.after(() => server.stop());
  server.open("a.modelcard.yaml", right);
  await server.pushed("a.modelcard.yaml", (diagnostics) => diagnostics.length > 0);
  assert.equal(server.lastPushed("sub/b ü.modelcard.yaml"), undefined);
});
