import { register } from "node:module";

/**
 * Makes `import "vscode"` mean the stand-in, for modules of the client that are imported after it.
 * The module itself exists only inside the editor.
 */
const standIn = new URL("./vscodeStandIn.ts", import.meta.url).href;
const resolve = `export const resolve = (name, context, next) => name === "vscode" ? next(${JSON.stringify(standIn)}, context) : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(resolve)}`);
