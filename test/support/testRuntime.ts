import type { URI } from "vscode-uri";
import type { FileSource } from "../../server/src/files/fileSource.ts";
import { type Machine, type Runtime, runtimeOn } from "../../server/src/lsp/runtime.ts";
import { testToday } from "./openCards.ts";

/** No files at all. */
export const noFiles: FileSource = {
  stat: async () => "missing",
  listFiles: async () => [],
  readText: async (path) => Promise.reject(new Error(`No file ${path}`)),
};

/** This process, on the day of tests. */
export function testMachine(openSource: (folder: URI) => FileSource = () => noFiles): Machine {
  return {
    files: { openSource },
    clock: { now: () => performance.now(), today: () => testToday },
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    soon: (work) => void setImmediate(work),
  };
}

/** A runtime in this process, with another clock where wanted, and what is in its log. */
export function testRuntime(now?: () => number): { readonly runtime: Runtime; readonly log: string[] } {
  const log: string[] = [];
  const machine = testMachine();
  const clock = now === undefined ? machine.clock : { ...machine.clock, now };
  return { runtime: runtimeOn({ ...machine, clock }, (line) => void log.push(line)), log };
}
