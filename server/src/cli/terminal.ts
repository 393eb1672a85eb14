import { createColors } from "picocolors";

type Colors = ReturnType<typeof createColors>;

/** Where a command writes. Results go to `out`, everything said about them to `note`. */
export interface Terminal {
  /** Writes a result, exactly as given. */
  readonly out: (text: string) => void;
  /** Writes a line for the person, never part of the result. */
  readonly note: (line: string) => void;
  /** Overwrites the last line of progress; does nothing unless a person watches. */
  readonly progress: (line: string) => void;
  /** Colours for `out`; plain functions unless it is a terminal. */
  readonly colors: Colors;
  /** Columns of a table. */
  readonly columns: number;
}

const columnsOfAPipe = 120;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const hasColors = stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== "dumb";
  let progressLength = 0;
  const clearProgress = () => {
    if (progressLength > 0) stderr.write(`\r${" ".repeat(progressLength)}\r`);
    progressLength = 0;
  };
  return {
    out: (text) => {
      clearProgress();
      stdout.write(text);
    },
    note: (line) => {
      clearProgress();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (stderr.isTTY !== true) return;
      clearProgress();
      stderr.write(line);
      progressLength = line.length;
    },
    colors: createColors(hasColors),
    columns: stdout.columns ?? columnsOfAPipe,
  };
}
