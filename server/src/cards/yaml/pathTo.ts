import type { MapEntry, TreeNode } from "./cardTree.ts";

/** The first entry that is meant, behind the entries it stands in; lists between them are passed over. */
export function pathTo(
  node: TreeNode,
  isMeant: (entry: MapEntry) => boolean,
): readonly MapEntry[] | undefined {
  if (node.kind === "list") {
    for (const item of node.items) {
      const path = pathTo(item, isMeant);
      if (path !== undefined) return path;
    }
  }
  if (node.kind !== "map") return undefined;
  for (const entry of node.entries.values()) {
    if (isMeant(entry)) return [entry];
    const path = pathTo(entry.value, isMeant);
    if (path !== undefined) return [entry, ...path];
  }
  return undefined;
}
