// Bundles every program of the project into dist/. `--watch` rebuilds on change; `--production` makes
// what is packaged, without source maps and tests.
import { chmod, readdir, readFile, rm } from "node:fs/promises";
import { context } from "esbuild";

const isProduction = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  sourcemap: isProduction ? false : "linked",
  minify: isProduction,
  logLevel: "warning",
  legalComments: "external",
  outdir: "dist",
};

/** Programs that Node runs. The extension host loads CommonJS only, so all are. */
const node = /** @type {const} */ ({
  ...shared,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  // The same parser without its look at process.env for every token: about 15 % less time per card.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
  outExtension: { ".js": ".cjs" },
});

/** @type {import("esbuild").BuildOptions[]} */
const programs = [
  {
    ...node,
    entryPoints: {
      densing: "server/src/cli/main.ts",
      "densing-language-server": "server/src/main.node.ts",
    },
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...node,
    // The language client is a file of its own, so that a workspace without cards never loads it.
    entryPoints: { extension: "client/src/main.node.ts", languageClient: "client/src/languageClient.ts" },
    external: ["vscode", "./languageClient.cjs"],
  },
  {
    ...shared,
    platform: "browser",
    format: "iife",
    target: "es2022",
    entryPoints: {
      "media/trendPanel": "media/trendPanel/shell/main.ts",
      "media/trendPanelStyles": "media/trendPanel/trendPanel.css",
    },
  },
];

if (!isProduction) {
  const suite = "test/vscode/suite";
  const tests = (await readdir(suite)).filter((name) => name.endsWith(".test.ts"));
  // The suite runs every *.test.cjs it finds, so those of deleted tests must go.
  await rm("dist/test", { recursive: true, force: true });
  programs.push({
    ...node,
    entryPoints: ["index.ts", ...tests].map((name) => `${suite}/${name}`),
    outdir: "dist/test/vscode",
    external: ["vscode", "mocha"],
  });
}

const contexts = await Promise.all(programs.map((options) => context(options)));
if (process.argv.includes("--watch")) {
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await Promise.all(contexts.map((one) => one.rebuild()));
  await Promise.all(contexts.map((one) => one.dispose()));
  if (isProduction) await Promise.all(["densing", "densing-language-server"].map(checkOneByte));
  await Promise.all(
    ["dist/densing.cjs", "dist/densing-language-server.cjs"].map((file) => chmod(file, 0o755)),
  );
}

/**
 * Node keeps a program's text for as long as it runs, in two bytes a character as soon as one is beyond
 * Latin-1. esbuild escapes those in strings; in a regular expression they have to be written as escapes.
 * @param {string} program
 */
async function checkOneByte(program) {
  const text = await readFile(`dist/${program}.cjs`, "utf8");
  const wide = /.{0,60}[^\0-\xff].{0,20}/u.exec(text);
  if (wide !== null) throw new Error(`dist/${program}.cjs is not Latin-1, write an escape in: ${wide[0]}`);
}
