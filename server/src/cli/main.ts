import { runProgram } from "./program.ts";
import { processTerminal } from "./terminal.ts";

// A reader that closes the pipe early (densing report | head) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void runProgram(process.argv.slice(2), processTerminal()).then((exitCode) => {
  process.exitCode = exitCode;
});
