import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { manyDocuments } from "./documents.ts";
import { Editor, probe, type Usage } from "./editor.ts";
import type { MeasuredServer } from "./measuredServer.ts";

/** What a server with many open documents holds, in bytes. */
export interface Memory {
  /** Of its process as soon as all is answered. */
  readonly busy: number;
  /** Of its process at rest, once the run time has given back what it no longer uses. */
  readonly atRest: number;
  /** What it keeps: in use after garbage was collected. */
  readonly kept: number;
}

/** Milliseconds without work after which a run time has given memory back; it takes a minute at most. */
const restTime = 120_000;

/** Opens so many files and lets the server rest. */
export async function measureMemory(server: MeasuredServer, files: number): Promise<Memory> {
  const editor = await Editor.start(server);
  await Promise.all(manyDocuments(files).map(({ uri, text }) => editor.open(uri, text)));
  await editor.settle();
  const { residentBytes: busy } = await editor.usage();
  await pause(restTime);
  const { residentBytes: atRest } = await editor.usage();
  const { heapBytes: kept } = await editor.usage("memory");
  editor.stop();
  return { busy, atRest, kept };
}

/** Bytes that the process of Node has with no program at all; most of them are shared by all such processes. */
export async function memoryOfNode(): Promise<number> {
  const bare = spawn(process.execPath, ["--require", probe, "--eval", "setInterval(() => {}, 1000)"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await pause(1000);
  bare.send("time");
  const [{ residentBytes }] = (await once(bare, "message")) as [Usage];
  bare.kill();
  return residentBytes;
}
