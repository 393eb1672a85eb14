import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../support/commandLine.ts";

/** A language server that the bench starts, set up so that it checks model cards by the same schema. */
export interface MeasuredServer {
  readonly name: string;
  /** Path of the program that Node runs. */
  readonly program: string;
  /** Answer to a question for a section of the editor's settings. */
  readonly settings: (section: string) => unknown;
  /** Milliseconds that it waits by design before it checks a document. */
  readonly fixedDelay: number;
}

export const ours: MeasuredServer = {
  name: "densing",
  program: resolve(projectRoot, "dist/densing-language-server.cjs"),
  settings: () => ({}),
  fixedDelay: 0,
};

const schema = pathToFileURL(resolve(projectRoot, "schemas/model-card.schema.json")).toString();

const { version } = createRequire(import.meta.url)("yaml-language-server/package.json") as {
  version: string;
};

export const theirs: MeasuredServer = {
  name: `yaml-language-server ${version}`,
  program: resolve(projectRoot, "node_modules/yaml-language-server/bin/yaml-language-server"),
  settings: (section) =>
    section === "yaml"
      ? {
          schemas: { [schema]: "*.modelcard.yaml" },
          schemaStore: { enable: false },
          kubernetesCRDStore: { enable: false },
          validate: true,
          hover: true,
          completion: true,
        }
      : {},
  // `validationDelayMs` in its settings, after an edit and after opening alike.
  fixedDelay: 200,
};
