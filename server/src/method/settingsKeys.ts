import { workspaceSchema } from "../generated/shippedData.ts";
import { choices, type Field, fields, inOrder } from "./choices.ts";

/** Keys of `densing.yaml`, in the order of its schema. */
export const settingsKeys: readonly string[] = Object.keys(
  (workspaceSchema as { readonly properties: object }).properties,
);

/** The choices that `densing.yaml` and a panel can make, in the order of its keys. */
export const fieldsInFile: readonly Field[] = inOrder(
  fields.filter((field) => choices[field].reach !== "flag"),
  settingsKeys.flatMap((key) => fields.find((field) => choices[field].key === key) ?? []),
);
