/** A map that keeps no more than `most` entries: what was used longest ago goes first. */
export class LruMap<Key, Value> {
  readonly #most: number;
  readonly #kept = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const value = this.#kept.get(key);
    if (value !== undefined) this.#use(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#use(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: Key): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }

  /** A map keeps its keys in the order in which they came. */
  #use(key: Key, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
  }
}
