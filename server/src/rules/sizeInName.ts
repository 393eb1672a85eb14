/** What the name of a model says about its size. Counts in parameters. */
export type NamedSize =
  | {
      readonly kind: "size";
      readonly text: string;
      readonly count: number;
      /** 1_8b is 1.8 billion to some, and 8 billion behind a version to others. */
      readonly otherCount?: number;
    }
  /** 35B-A3B or 3B-35B: total and active. */
  | {
      readonly kind: "total-and-active";
      readonly text: string;
      readonly total: number;
      readonly active: number;
    }
  /** 17B-16E: active parameters and experts. */
  | {
      readonly kind: "active-and-experts";
      readonly text: string;
      readonly active: number;
      readonly product: number;
    }
  /** 8x22B: experts that share layers, so the total is below the product. */
  | { readonly kind: "experts"; readonly text: string; readonly expert: number; readonly product: number }
  /** E4B: size in memory. */
  | { readonly kind: "effective"; readonly text: string; readonly count: number };

const number = String.raw`(\d+(?:\.\d+)?)`;
const before = "(?<![a-z0-9.])";
const after = "(?![a-z0-9])";
const experts = new RegExp(`${before}(\\d+)[x×]${number}b${after}`, "i");
const totalAndActive = new RegExp(`${before}${number}b-a${number}([bm])${after}`, "i");
const twoSizes = new RegExp(`${before}${number}b-${number}b${after}`, "i");
const activeAndExperts = new RegExp(`${before}${number}b-(\\d+)e${after}`, "i");
const effective = new RegExp(`${before}e${number}b${after}`, "i");
const size = new RegExp(`${before}${number}([bm])${after}`, "i");
const underscored = new RegExp(`(?<![a-z0-9._])(\\d+)_(\\d)b${after}`, "i");
/** "0.5T tokens" in a name is training data, and a longer text is no name. */
const longestName = 200;

/** Reads the size out of a name; `undefined` when it gives none. */
export function namedSize(name: string): NamedSize | undefined {
  const words = name.slice(0, longestName);
  const many = experts.exec(words);
  if (many !== null) {
    const expert = billions(many[2]);
    return { kind: "experts", text: many[0], expert, product: expert * Number(many[1]) };
  }
  const both = totalAndActive.exec(words);
  if (both !== null) {
    const active = Number(both[2]) * unitOf(both[3]);
    return { kind: "total-and-active", text: both[0], total: billions(both[1]), active };
  }
  const sparse = activeAndExperts.exec(words);
  if (sparse !== null) {
    const active = billions(sparse[1]);
    return { kind: "active-and-experts", text: sparse[0], active, product: active * Number(sparse[2]) };
  }
  const two = twoSizes.exec(words);
  if (two !== null) {
    const [active, total] = [billions(two[1]), billions(two[2])];
    if (active < total) return { kind: "total-and-active", text: two[0], total, active };
  }
  const memory = effective.exec(words);
  if (memory !== null) return { kind: "effective", text: memory[0], count: billions(memory[1]) };
  const plain = size.exec(words);
  if (plain === null) return undefined;
  const spaced = underscored.exec(words);
  const otherCount = spaced === null ? undefined : billions(`${spaced[1]}.${spaced[2]}`);
  return {
    kind: "size",
    text: plain[0],
    count: Number(plain[1]) * unitOf(plain[2]),
    ...(otherCount !== undefined && { otherCount }),
  };
}

function unitOf(letter: string | undefined): number {
  return letter?.toLowerCase() === "m" ? 1e6 : 1e9;
}

function billions(digits: string | undefined): number {
  return Number(digits) * 1e9;
}
