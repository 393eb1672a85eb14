import type { ErrorObject } from "ajv";

/** Says what is wrong with a settings or reference file, one sentence part per problem. */
export function schemaProblems(errors: readonly ErrorObject[] | null | undefined): string[] {
  const said = new Set<string>();
  for (const { instancePath, keyword, message = "is not valid", params } of errors ?? []) {
    // A failed choice reports each alternative and the choice itself; the alternatives say more.
    if (keyword === "anyOf" || keyword === "const") continue;
    const place = instancePath === "" ? "the file" : instancePath.slice(1).replaceAll("/", ".");
    const { allowedValues, additionalProperty } = params as {
      allowedValues?: unknown[];
      additionalProperty?: string;
    };
    const detail = allowedValues?.join(", ") ?? additionalProperty;
    said.add(`${place} ${message}${detail === undefined ? "" : `: ${detail}`}`);
  }
  return [...said];
}
