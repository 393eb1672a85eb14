import * as vscode from "vscode";

/** The page's frame: nothing inline, nothing from outside, scripts by nonce. */
export function pageHtml(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join("; ");
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Densing: Trend</title>
<link rel="stylesheet" href="${file("trendPanelStyles.css")}">
</head>
<body>
<main id="panel"></main>
<script nonce="${nonce}" src="${file("trendPanel.js")}"></script>
</body>
</html>`;
}
