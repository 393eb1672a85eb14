// Writes bundle.l10n.json: every text that the client shows, for translators to copy as
// bundle.l10n.<language>.json. `npm run l10n` after adding or changing one.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const client = fileURLToPath(new URL("../client/src", import.meta.url));
export const bundleFile = fileURLToPath(new URL("bundle.l10n.json", import.meta.url));

const call = /\bl10n\.t\(/g;
const callWithText = /\bl10n\.t\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g;

/** The texts in the client's calls of `l10n.t`, sorted. Throws on a call whose text is not a plain string. */
export function collectTexts(): string[] {
  const texts = readdirSync(client, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const source = readFileSync(join(client, name), "utf8");
      const found = [...source.matchAll(callWithText)].map(([, double, single]) => double ?? single ?? "");
      if (found.length !== [...source.matchAll(call)].length || found.some((text) => text.includes("\\")))
        throw new Error(`${name}: a text to translate must be one plain string, without escapes.`);
      return found;
    });
  return [...new Set(texts)].sort();
}

/** What the bundle holds: every text, standing for itself. */
export function bundleText(): string {
  return `${JSON.stringify(Object.fromEntries(collectTexts().map((text) => [text, text])), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(bundleFile, bundleText());
