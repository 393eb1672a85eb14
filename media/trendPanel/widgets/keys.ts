/** What a key does; with `false` it is left to others. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

/**
 * Answers keys without Ctrl, Cmd or Alt.
 * @param handlers by the key's name; letters small
 */
export function onKeys(target: HTMLElement | Window, handlers: Readonly<Record<string, KeyHandler>>): void {
  target.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const handler = handlers[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (handler !== undefined && handler(event) !== false) event.preventDefault();
  });
}
