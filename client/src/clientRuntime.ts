import type { StartServer } from "./serverHandle.ts";

/** What the client needs from what it runs on, be it Node or a worker of a browser. */
export interface ClientRuntime {
  readonly startServer: StartServer;
  readonly now: () => Date;
  /** Does work so many milliseconds later, unless what is returned calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}
