import { readFileSync } from "node:fs";
import { mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of installed extensions that holds this repository, as it is, under the name VS Code expects. */
export async function linkExtension(root: string): Promise<string> {
  const manifest: { publisher: string; name: string; version: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const directory = await mkdtemp(join(tmpdir(), "densing-extensions-"));
  await symlink(root, join(directory, `${manifest.publisher}.${manifest.name}-${manifest.version}`), "dir");
  return directory;
}
