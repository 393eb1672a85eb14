import { readdir, readFile, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { type FileSource, isIgnoredFolder, joinPath } from "./fileSource.ts";

/** Files on this machine's disk. Links to folders are not followed, so a loop cannot hang a walk. */
export class NodeFileSource implements FileSource {
  readonly #root: string;

  /** @param root absolute path that relative paths start from */
  constructor(root: string) {
    this.#root = root;
  }

  async stat(path: string): Promise<"file" | "folder" | "missing"> {
    try {
      return (await stat(this.#absolute(path))).isDirectory() ? "folder" : "file";
    } catch {
      return "missing";
    }
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    const files: string[] = [];
    const folders = [folder];
    for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
      for (const entry of await readdir(this.#absolute(current), { withFileTypes: true })) {
        const path = joinPath(current, entry.name);
        if (entry.isDirectory()) {
          if (!isIgnoredFolder(entry.name)) folders.push(path);
        } else if (entry.isFile() || (entry.isSymbolicLink() && (await this.stat(path)) === "file")) {
          files.push(path);
        }
      }
    }
    return files.sort();
  }

  readText(path: string): Promise<string> {
    return readFile(this.#absolute(path), "utf8");
  }

  #absolute(path: string): string {
    return isAbsolute(path) ? path : join(this.#root, path);
  }
}
