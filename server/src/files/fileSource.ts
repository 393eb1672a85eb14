/**
 * Where cards come from: a disk, an editor's file system, or a table in a test. Paths are POSIX and
 * relative to the source's root; `.` is the root itself.
 */
export interface FileSource {
  /** What stands at a path. */
  stat(path: string): Promise<"file" | "folder" | "missing">;
  /** All files below a folder, sorted, leaving out the folders of `isIgnoredFolder`. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** Text of a file; rejects when it cannot be read. */
  readText(path: string): Promise<string>;
}

/** Folders nobody keeps cards in: version control, installed packages and other hidden folders. */
export function isIgnoredFolder(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** Joins POSIX path segments, resolving `.` and `..`. */
export function joinPath(...segments: readonly string[]): string {
  const parts: string[] = [];
  for (const part of segments.join("/").split("/")) {
    if (part === "" || part === ".") continue;
    const above = parts.at(-1);
    if (part === ".." && above !== undefined && above !== "..") parts.pop();
    else parts.push(part);
  }
  const isAbsolute = segments.find((segment) => segment !== "")?.startsWith("/") ?? false;
  return `${isAbsolute ? "/" : ""}${parts.join("/")}` || ".";
}

/** The folder a path lies in. */
export function parentFolder(path: string): string {
  const cut = path.lastIndexOf("/");
  if (cut > 0) return path.slice(0, cut);
  return cut === 0 ? "/" : ".";
}

/** Last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
