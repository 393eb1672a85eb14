import type { Layer, PageMessage, PanelQuestion } from "../../../server/src/protocol.ts";

/** Reads a message from the page; `undefined` for anything that is none. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, path, line, modelId, folderUri, question, format, use, scale, png, layers } =
    message as Record<string, unknown>;
  switch (type) {
    case "ready":
      return isQuestion(question) ? { type, question } : { type };
    case "ask":
      return isQuestion(question) ? { type, question } : undefined;
    case "newCard":
    case "openAnother":
    case "openSettings":
      return { type };
    case "open":
      return typeof path === "string" && typeof line === "number" && line >= 0
        ? { type, path, line }
        : undefined;
    case "askDetails":
      return typeof modelId === "string" ? { type, modelId } : undefined;
    case "export":
      return (format === "svg" || format === "csv") && isLayers(layers)
        ? { type, format, layers }
        : undefined;
    case "askPicture":
      return (use === "save" || use === "copy") && (scale === 1 || scale === 2) && isLayers(layers)
        ? { type, use, scale, layers }
        : undefined;
    case "savePicture":
      return typeof png === "string" ? { type, png } : undefined;
    case "chooseFolder":
      return typeof folderUri === "string" ? { type, folderUri } : undefined;
    default:
      return undefined;
  }
}

/** The server reads what is in it. */
function isQuestion(value: unknown): value is PanelQuestion {
  return typeof value === "object" && value !== null;
}

/** The same. */
function isLayers(value: unknown): value is readonly Layer[] {
  return Array.isArray(value);
}
