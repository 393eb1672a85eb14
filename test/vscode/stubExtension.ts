import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * VS Code runs tests only beside an extension under development. When the installed copy is under test,
 * that is an empty one. Returns its new folder; the caller removes it.
 */
export async function createStubExtension(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "densing-stub-"));
  const manifest = {
    name: "stub",
    publisher: "densing-test",
    version: "0.0.1",
    engines: { vscode: "^1.91.0" },
  };
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest));
  return directory;
}
