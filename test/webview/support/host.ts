/// <reference lib="dom" />
import type { ThemeKind, ThemeName } from "./themes.ts";

/*
 * VS Code's part of the page, for the browser: bundled and run before the page's own script. It keeps
 * the state over a reload, as VS Code does, and what a test wants to see.
 */

/** What tests read from the page. */
export interface TestHost {
  readonly posted: unknown[];
  readonly violations: string[];
  setTheme(name: ThemeName): void;
}

declare global {
  interface Window {
    testHost: TestHost;
    acquireVsCodeApi(): {
      postMessage(message: unknown): void;
      getState(): unknown;
      setState(state: unknown): void;
    };
  }
}

const stateKey = "state";

/** Makes the page believe that it is in VS Code. */
export function installHost(themes: Readonly<Record<ThemeName, ThemeKind>>): void {
  const posted: unknown[] = [];
  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`),
  );
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => posted.push(message),
    getState: () => JSON.parse(sessionStorage.getItem(stateKey) ?? "null") ?? undefined,
    setState: (state) => sessionStorage.setItem(stateKey, JSON.stringify(state)),
  });
  const setTheme = (name: ThemeName) => {
    const { bodyClasses, colours } = themes[name];
    const { style } = document.documentElement;
    for (const property of [...style]) if (property.startsWith("--vscode-")) style.removeProperty(property);
    for (const [token, value] of Object.entries(colours)) style.setProperty(`--vscode-${token}`, value);
    document.body.className = bodyClasses.join(" ");
    document.body.dataset.vscodeThemeKind = bodyClasses[0] ?? "";
  };
  window.testHost = { posted, violations, setTheme };
  setTheme((new URLSearchParams(location.search).get("theme") ?? "dark") as ThemeName);
}
