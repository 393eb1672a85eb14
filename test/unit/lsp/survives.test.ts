import assert from "node:assert/strict";
import { test } from "node:test";
import { ClosedFindings } from "../../../server/src/lsp/closedFindings.ts";
import { eventually } from "../../support/eventually.ts";
import { filesInMemory, memoryFolder, serverInMemory } from "../../support/serverInMemory.ts";
import { testRuntime } from "../../support/testRuntime.ts";

test("settings that name a file which cannot be asked for do not end the server", async (t) => {
  const files = filesInMemory({ "densing.yaml": "" });
  const { editor, log } = await serverInMemory(t, {
    ...files,
    stat: (path) =>
      path === "far.reference.yaml" ? Promise.reject(new Error("Far away")) : files.stat(path),
  });
  await editor.sendNotification("textDocument/didOpen", {
    textDocument: {
      uri: `${memoryFolder}/densing.yaml`,
      languageId: "yaml",
      version: 1,
      text: "reference: far.reference.yaml\n",
    },
  });
  await eventually(() => assert.match(log.join("\n"), /Far away/));
  assert.deepEqual(await editor.sendRequest("workspace/symbol", { query: "" }), []);
});

test("an editor that is gone does not end the server with the round of closed files", async () => {
  const { runtime, log } = testRuntime();
  const closed = new ClosedFindings({
    folders: { all: () => [], find: () => undefined } as never,
    isWanted: () => true,
    runtime,
  });
  closed.add({
    reported: new Map([["file:///a", "1"]]),
    takesBackOpened: true,
    send: () => {
      throw new Error("Connection is closed");
    },
  });
  await eventually(() => assert.match(log.join("\n"), /Connection is closed/));
});

test("work that fails is a line in the log, whenever and however it fails", async () => {
  const { runtime, log } = testRuntime();
  const failing = (reason: string) => () => {
    throw new Error(reason);
  };
  runtime.after(1, failing("after"));
  runtime.soon(failing("soon"));
  runtime.start(failing("start"));
  runtime.start(() => Promise.reject(new Error("later")));
  runtime.start(() => Promise.reject("no error"));
  for (const reason of ["after", "soon", "start", "later", "no error"])
    await eventually(() => assert.ok(log.some((line) => line.includes(reason))));
  assert.equal(log.length, 5);
});

test("work that was called off is not done", async () => {
  const { runtime } = testRuntime();
  let done = "";
  const callOff = runtime.after(1, () => (done += "called off"));
  runtime.after(2, () => (done += "done"));
  callOff();
  await eventually(() => assert.equal(done, "done"));
});
