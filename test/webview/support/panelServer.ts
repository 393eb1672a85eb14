import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";

/** The page as the extension serves it, at a loopback address. */
export interface PanelServer {
  readonly origin: string;
  close(): Promise<void>;
}

const repository = new URL("../../../", import.meta.url);

/** Builds the page and serves it with the frame and the policy that the extension gives it. */
export async function servePanel(): Promise<PanelServer> {
  const [page, host, pageHtml] = await Promise.all([bundlePage(), bundleHost(), loadPageHtml()]);
  const files = new Map([...page, ["/host.js", host]]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    const type = pathname.endsWith(".js")
      ? "text/javascript"
      : pathname.endsWith(".css")
        ? "text/css"
        : "text/html";
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    if (pathname === "/") response.end(withHost(pageHtml(originOf(server))));
    // Browsers ask for an icon that no page in a panel has.
    else if (file === undefined) response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    else response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: originOf(server), close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The script that stands for VS Code runs before the page's own, under the same policy. */
function withHost(html: string): string {
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1];
  if (nonce === undefined) throw new Error("The page's frame has no nonce.");
  return html.replace("</main>", `</main>\n<script nonce="${nonce}" src="/host.js"></script>`);
}

async function bundlePage(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: repository.pathname,
    entryPoints: {
      trendPanel: "media/trendPanel/shell/main.ts",
      trendPanelStyles: "media/trendPanel/trendPanel.css",
    },
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    logLevel: "warning",
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

async function bundleHost(): Promise<string> {
  return bundleText({
    contents:
      'import { installHost } from "./host.ts"; import { themes } from "./themes.ts"; installHost(themes);',
    format: "iife",
  });
}

/** The extension's own frame, with a stand-in for the little it uses of VS Code. */
async function loadPageHtml(): Promise<(origin: string) => string> {
  const code = await bundleText({
    contents: `
      import { pageHtml } from "../../../client/src/trendPanel/pageHtml.ts";
      export const frame = (origin) => pageHtml({ cspSource: origin, asWebviewUri: (uri) => uri }, origin);`,
    format: "esm",
  });
  const { frame } = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as {
    frame: (origin: string) => string;
  };
  return frame;
}

async function bundleText({
  contents,
  format,
}: {
  contents: string;
  format: "iife" | "esm";
}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    format,
    platform: format === "esm" ? "node" : "browser",
    target: "es2022",
    logLevel: "warning",
    plugins: [
      {
        name: "vscode stand-in",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^vscode$/ }, () => ({ path: "vscode", namespace: "stand-in" }));
          onLoad({ filter: /./, namespace: "stand-in" }, () => ({
            contents: "export const Uri = { joinPath: (base, ...names) => [base, ...names].join('/') };",
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}
