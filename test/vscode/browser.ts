import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../support/prerequisites.ts";

const browserFlags = [
  // The page is our own server on loopback, and containers often forbid the sandbox.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? "chromium";
  // Signals are ours to handle: the server must stop as well.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, headless: true, args: browserFlags, ...signals });
}
