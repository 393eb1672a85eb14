/// <reference lib="dom" />
import type { HostMessage } from "../../../server/src/protocol.ts";
import { TrendPage } from "./page.ts";
import { keptState } from "./pageState.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

declare function acquireVsCodeApi(): VsCodeApi;

const root = document.getElementById("panel");
if (root === null) throw new Error("The page has no element with the id panel.");

const host = acquireVsCodeApi();
const page = new TrendPage(root, host);
const kept = keptState(host.getState());
page.restore(kept);
window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) => page.onMessage(data));
host.postMessage({ type: "ready", ...(kept.question !== undefined && { question: kept.question }) });
