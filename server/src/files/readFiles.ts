import type { FileSource } from "./fileSource.ts";

const filesAtOnce = 16;

/** What becomes of each file of a long read. */
export interface FileReader {
  readonly onText: (file: string, text: string) => void;
  readonly onError: (file: string, error: unknown) => void;
  /** Asked before each file: `false` ends the read, because a newer one has begun. */
  readonly isWanted?: () => boolean;
}

/** Reads many files, a few at a time, giving way to other work between them. */
export async function readFiles(
  source: FileSource,
  files: readonly string[],
  reader: FileReader,
): Promise<void> {
  const queue = files.values();
  const readSome = async () => {
    for (const file of queue) {
      if (reader.isWanted?.() === false) return;
      try {
        const text = await source.readText(file);
        reader.onText(file, text);
      } catch (error) {
        reader.onError(file, error);
      }
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, readSome));
}
