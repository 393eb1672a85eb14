/** Lets everything else that waits have its turn: messages, files, a person who interrupts. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
