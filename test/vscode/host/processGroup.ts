import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

const patienceMilliseconds = 5_000;

/** A child process together with everything that it starts. */
export interface ProcessGroup {
  /** Resolves with the exit code, or null when a signal ended the process; rejects if it cannot start. */
  readonly exited: Promise<number | null>;
  readonly hasExited: () => boolean;
  /** Ends all processes of the group: asks first, insists after five seconds. */
  readonly stop: () => Promise<void>;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/**
 * Starts a program as the leader of its own process group (POSIX only).
 * Ctrl-C in the terminal does not reach such a group, so whoever starts it must stop it.
 */
export function startGroup(
  command: string,
  parameters: readonly string[],
  options: SpawnOptions,
): ProcessGroup {
  const child = spawn(command, parameters, { ...options, detached: true });
  let ended = false;
  const exited = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  const marked = exited.then(
    () => {
      ended = true;
    },
    () => {
      ended = true;
    },
  );
  return {
    exited,
    hasExited: () => ended,
    stop: async () => {
      signalGroup(child, "SIGTERM");
      await Promise.race([marked, delay(patienceMilliseconds, undefined, { ref: false })]);
      signalGroup(child, "SIGKILL");
      await marked;
    },
  };
}
