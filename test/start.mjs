// What `npm start` runs. Plain JavaScript, so that `node` needs no options: it teaches this process TypeScript.
import { register } from "tsx/esm/api";

register();
const { openSamples } = await import("./vscode/openSamples.ts");

try {
  await openSamples(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
