import { after, before } from "node:test";
import { PanelBrowser } from "./panelPage.ts";

/** The browser of the tests around the call: it starts before the first and is closed after the last. */
export function browserForTests(): Pick<PanelBrowser, "open" | "showing"> {
  let browser: PanelBrowser | undefined;
  before(async () => {
    browser = await PanelBrowser.launch();
  });
  after(() => browser?.close());
  const started = () => {
    if (browser === undefined) throw new Error("The browser starts before the first test");
    return browser;
  };
  return {
    open: (options) => started().open(options),
    showing: (...showing) => started().showing(...showing),
  };
}
