/** A source of random numbers: every call gives the next one, uniform in [0, 1). */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021):
 * every call gives the next 32-bit unsigned integer.
 * @param state four 32-bit words, not all zero
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/**
 * Random numbers that are the same for one seed on every machine.
 * @param seed whole number from 0 to 2^32 - 1
 */
export function seededRandom(seed: number): Random {
  const next = splitMix32(seed);
  const words = xoshiro128([next(), next(), next(), next()]);
  return () => words() / 2 ** 32;
}

/** A random permutation (Fisher and Yates); the argument is left as it is. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn: Item[] = [];
  for (const item of items) {
    const place = Math.floor(random() * (drawn.length + 1));
    drawn.push(...drawn.splice(place, 1, item));
  }
  return drawn;
}

/** Spreads a seed over the generator's state, as the generator's authors advise for similar seeds. */
function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
