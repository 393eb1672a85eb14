import type {
  ExportFormat,
  Layer,
  ModelPair,
  PageMessage,
  PanelControl,
  PanelForecastQuestion,
  PanelQuestion,
  PanelView,
} from "../../../server/src/protocol.ts";

// The client shares types with the server and no code: these lists are complete by their types.
const exportFormats = Object.keys({
  svg: true,
  csv: true,
  json: true,
  markdown: true,
  settings: true,
  command: true,
} satisfies Record<ExportFormat, true>);

/** Reads a message from the page; `undefined` for anything that is none. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const {
    type,
    path,
    line,
    modelId,
    modelIds,
    asked,
    folderUri,
    view,
    question,
    format,
    use,
    scale,
    png,
    layers,
    setting,
  } = message as Record<string, unknown>;
  switch (type) {
    case "ready":
      return isQuestion(question) ? { type, question } : { type };
    case "ask":
      return isQuestion(question) ? { type, question } : undefined;
    case "newCard":
    case "duplicate":
    case "openSettings":
      return { type };
    case "open":
      return typeof path === "string" && typeof line === "number" && line >= 0
        ? { type, path, line }
        : undefined;
    case "askDetails":
      return typeof modelId === "string" ? { type, modelId } : undefined;
    case "askMenu":
      return isControl(setting) ? { type, setting } : undefined;
    case "compare":
      return isPair(modelIds) ? { type, modelIds } : undefined;
    case "askAhead":
      return areQuestions(asked) ? { type, asked } : undefined;
    case "export":
      return isExportFormat(format) ? { type, format, ...(isLayers(layers) && { layers }) } : undefined;
    case "copy":
      return isExportFormat(format) ? { type, format } : undefined;
    case "askPicture":
      return (use === "save" || use === "copy") && (scale === 1 || scale === 2) && isLayers(layers)
        ? { type, use, scale, layers }
        : undefined;
    case "savePicture":
      return typeof png === "string" ? { type, png } : undefined;
    case "chooseFolder":
      return typeof folderUri === "string" && isView(view) ? { type, folderUri, view } : undefined;
    default:
      return undefined;
  }
}

function isPair(value: unknown): value is ModelPair {
  return Array.isArray(value) && value.length === 2 && value.every((id) => typeof id === "string");
}

function isControl(value: unknown): value is PanelControl["setting"] {
  return typeof value === "string";
}

/** The server knows which there are. */
function isView(value: unknown): value is PanelView {
  return typeof value === "string";
}

function isExportFormat(value: unknown): value is ExportFormat {
  return exportFormats.some((format) => format === value);
}

/** The server reads what is in it. */
function isQuestion(value: unknown): value is PanelQuestion {
  return typeof value === "object" && value !== null;
}

/** As above. */
function isLayers(value: unknown): value is readonly Layer[] {
  return Array.isArray(value);
}

/** As above. */
function areQuestions(value: unknown): value is readonly PanelForecastQuestion[] {
  return Array.isArray(value);
}
