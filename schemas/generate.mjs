// Turns the contracts and the data of this folder into modules under server/src/generated/:
// schemas become standalone validators (no ajv, no eval at run time), data becomes plain objects.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse } from "yaml";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../server/src/generated");

/** Exported validator by schema file. */
const validators = {
  validateModelCard: "model-card.schema.json",
  validateReference: "reference.schema.json",
  validateFitInput: "fit-input.schema.json",
  validateWorkspace: "workspace.schema.json",
  validateReport: "report.schema.json",
};

/** @param {string} name a file of this folder */
async function readSchema(name) {
  return JSON.parse(await readFile(join(here, name), "utf8"));
}

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true },
});

await mkdir(target, { recursive: true });
await writeFile(
  join(target, "validator.d.ts"),
  `import type { ErrorObject } from "ajv";
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
`,
);
// Each in a file of its own: a program carries those that it uses, and only those.
for (const [name, file] of Object.entries(validators)) {
  const schema = await readSchema(file);
  ajv.addSchema(schema);
  // ajv's code requires its own helpers even as an ES module; bundling makes it self-contained.
  await build({
    stdin: { contents: standaloneCode(ajv, { [name]: schema.$id }), resolveDir: here, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    outfile: join(target, `${name}.js`),
    logLevel: "warning",
  });
  await writeFile(
    join(target, `${name}.d.ts`),
    `import type { Validator } from "./validator.d.ts";
export declare const ${name}: Validator;
`,
  );
}

// As data, so that the first card that is opened does not wait for YAML to be read.
const references = {};
for (const file of (await readdir(join(here, "references"))).sort()) {
  references[file.replace(/\.reference\.yaml$/, "")] = parse(
    await readFile(join(here, "references", file), "utf8"),
  );
}
const types = {
  licenceNames: "Readonly<Record<string, string>>",
  shippedReferenceFiles: "Readonly<Record<string, unknown>>",
};
const data = {
  modelCardSchema: await readSchema("model-card.schema.json"),
  workspaceSchema: await readSchema("workspace.schema.json"),
  referenceSchema: await readSchema("reference.schema.json"),
  benchmarksData: parse(await readFile(join(here, "benchmarks.yaml"), "utf8")),
  licenceNames: parse(await readFile(join(here, "licences.yaml"), "utf8")),
  shippedReferenceFiles: references,
};
await writeFile(
  join(target, "shippedData.ts"),
  `// Made by schemas/generate.mjs from the files of schemas/.
${Object.entries(data)
  .map(
    ([name, value]) =>
      `export const ${name}: ${types[name] ?? "unknown"} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
  )
  .join("\n")}
`,
);
