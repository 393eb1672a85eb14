import type { ErrorObject } from "ajv";

/** Says what is wrong with a settings or reference file, as a part of a sentence. */
export function schemaProblem({
  instancePath,
  keyword,
  message = "is not valid",
  params,
}: ErrorObject): string | undefined {
  // A failed choice reports each alternative and the choice itself; the alternatives say more.
  if (keyword === "anyOf" || keyword === "const") return undefined;
  const place = instancePath === "" ? "the file" : instancePath.slice(1).replaceAll("/", ".");
  const { allowedValues, additionalProperty, missingProperty, type } = params as {
    allowedValues?: unknown[];
    additionalProperty?: string;
    missingProperty?: string;
    type?: string;
  };
  if (keyword === "type" && type === "object") return `${place} must be a map of keys`;
  if (missingProperty !== undefined) return `${place} needs ${missingProperty}, which is not there`;
  const detail = allowedValues?.join(", ") ?? additionalProperty;
  return `${place} ${message}${detail === undefined ? "" : `: ${detail}`}`;
}
