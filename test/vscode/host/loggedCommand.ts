import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { startGroup } from "./processGroup.ts";

/** The end of npm's output without the addresses of whatever registry is configured. */
async function endOfLog(log: string): Promise<string> {
  const lines = (await readFile(log, "utf8")).trimEnd().split("\n");
  return lines
    .slice(-15)
    .join("\n")
    .replace(/https?:\/\/[^\s/]+/g, "(registry)");
}

/** Runs one command with its output in `log`; throws with the end of the log when it fails. */
export async function runLogged(
  command: string,
  parameters: readonly string[],
  options: {
    directory: string;
    environment: NodeJS.ProcessEnv;
    log: string;
    signal: AbortSignal | undefined;
  },
): Promise<void> {
  const { directory, environment, log, signal } = options;
  signal?.throwIfAborted();
  const output = createWriteStream(log, { flags: "a" });
  await once(output, "open");
  const group = startGroup(command, parameters, {
    cwd: directory,
    env: environment,
    stdio: ["ignore", output, output],
  });
  const stop = () => void group.stop();
  signal?.addEventListener("abort", stop);
  try {
    const code = await group.exited;
    signal?.throwIfAborted();
    if (code !== 0) {
      throw new Error(
        `\`${basename(command)} ${parameters.join(" ")}\` failed (exit ${code}). Full output: ${log}\n${await endOfLog(log)}`,
      );
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    output.close();
  }
}
