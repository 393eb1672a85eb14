import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

const root = join(import.meta.dirname, "../..");
const roomsFolder = "server/src/";

/** One import from one room of the code into another. Paths are relative to the repository. */
export interface RoomImport {
  readonly file: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** What one room may take from another: everything, its types, or the files named. */
export interface Permission {
  readonly from: string;
  readonly to: string;
  readonly only: readonly string[];
}

/** Every import of code in the product code whose target lies in another room. */
export function importsBetweenRooms(): RoomImport[] {
  return [...sources("server/src"), ...sources("client/src"), ...sources("media")].flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), "utf8")).filter(
      ({ from, to, target }) => from !== to && /\.[jt]s$/.test(target),
    ),
  );
}

/** The relative imports and exports of a file's text, dynamic imports among them. */
export function importsOf(file: string, text: string): RoomImport[] {
  const statements = text.matchAll(
    /^(?:import|export)\b(?<isType> type\b)?[^;"']*?from "(?<path>\.[^"]+)"|^import "(?<bare>\.[^"]+)"|\bimport\("(?<dynamic>\.[^"]+)"\)/gm,
  );
  return [...statements].map(({ groups = {} }) => {
    const path = groups.path ?? groups.bare ?? groups.dynamic ?? "";
    const target = normalize(join(dirname(file), path)).replaceAll(sep, "/");
    const isTypeOnly = groups.isType !== undefined;
    return { file, target, from: roomOf(file), to: roomOf(target), isTypeOnly };
  });
}

/** The column "may import" of ARCHITECTURE.md. */
export function permissions(): Permission[] {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  const rows = [...text.matchAll(/^\| `(?<room>[\w.]+)` \|[^|]*\| ?(?<list>[^|]*)\|$/gm)];
  return rows.flatMap(({ groups = {} }) =>
    [...(groups.list ?? "").matchAll(/(?<to>[\w.]+)(?: \((?<only>[^)]*)\))?/g)].map((entry) => ({
      from: groups.room ?? "",
      to: entry.groups?.to ?? "",
      only: entry.groups?.only?.split(", ") ?? [],
    })),
  );
}

/** Whether a permission covers an import. */
export function allows({ from, to, only }: Permission, each: RoomImport): boolean {
  if (from !== each.from || to !== each.to) return false;
  if (only.length === 0) return true;
  if (only.includes("types")) return each.isTypeOnly;
  return only.some((name) => each.target.endsWith(`/${name}.ts`));
}

function roomOf(path: string): string {
  if (!path.startsWith(roomsFolder)) return path.split("/")[0] ?? "";
  return (path.slice(roomsFolder.length).split("/")[0] ?? "").replace(/\.ts$/, "");
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("generated"))
    .map((name) => `${folder}/${name.replaceAll(sep, "/")}`);
}
