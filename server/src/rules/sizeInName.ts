/** What the name of a model says about its size. Counts in parameters. */
export type NamedSize =
  | {
      readonly kind: "size";
      readonly text: string;
      readonly count: number;
      /** 1_8b is 1.8 billion to some, and 8 billion behind a version to others. */
      readonly otherCount?: number;
    }
  /** 35B-A3B, and 1B-7B of a mixture: total and active. */
  | {
      readonly kind: "total-and-active";
      readonly text: string;
      readonly total: number;
      readonly active: number;
    }
  /** A13B alone. */
  | { readonly kind: "active"; readonly text: string; readonly active: number }
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
const experts = new RegExp(`(?<![0-9.])(\\d+)[x×]${number}b${after}`, "i");
const totalAndActive = new RegExp(`${before}${number}([bt])[-_\\s]?a${number}([bm])${after}`, "i");
const activeAndTotal = new RegExp(`moe.*?${before}${number}b[-_\\s]${number}b${after}`, "i");
const activeAndExperts = new RegExp(`${before}${number}b[-_\\s]?x?(\\d+)e${after}`, "i");
const active = new RegExp(`${before}a${number}([bm])${after}`, "i");
const effective = new RegExp(`${before}e${number}b${after}`, "i");
const inBillions = new RegExp(`${before}${number}(b)${after}`, "i");
/** Fewer are a length of context. */
const inMillions = new RegExp(`${before}(\\d{2,}(?:\\.\\d+)?)(m)${after}`, "i");
/** 1b7 is 1.7 billion. */
const withInnerUnit = new RegExp(`${before}(\\d+)b(\\d)${after}`, "i");
const underscored = new RegExp(`(?<![a-z0-9._])(\\d+)_(\\d)b${after}`, "i");
/** "0.5T tokens" in a name is training data, and a longer text is no name. */
const longestName = 200;

/** Reads the size out of a name; `undefined` when it gives none. */
export function namedSize(name: string): NamedSize | undefined {
  const words = name.slice(0, longestName);
  return mixture(words) ?? inMemory(words) ?? plainSize(words);
}

/** The sizes of a mixture of experts, in the ways that people write them. */
function mixture(words: string): NamedSize | undefined {
  const many = experts.exec(words);
  if (many !== null && Number(many[1]) > 1) {
    const expert = billions(many[2]);
    return { kind: "experts", text: many[0], expert, product: expert * Number(many[1]) };
  }
  const both = totalAndActive.exec(words);
  if (both !== null) {
    const [text, total, totalUnit, part, partUnit] = both;
    return {
      kind: "total-and-active",
      text,
      total: Number(total) * unitOf(totalUnit),
      active: Number(part) * unitOf(partUnit),
    };
  }
  const sparse = activeAndExperts.exec(words);
  if (sparse !== null) {
    const part = billions(sparse[1]);
    return { kind: "active-and-experts", text: sparse[0], active: part, product: part * Number(sparse[2]) };
  }
  const two = activeAndTotal.exec(words);
  if (two !== null) {
    const [part, total] = [billions(two[1]), billions(two[2])];
    if (part < total) return { kind: "total-and-active", text: `${two[1]}B-${two[2]}B`, total, active: part };
  }
  const part = active.exec(words);
  return part === null || plainSize(words) !== undefined
    ? undefined
    : { kind: "active", text: part[0], active: Number(part[1]) * unitOf(part[2]) };
}

function inMemory(words: string): NamedSize | undefined {
  const memory = effective.exec(words);
  return memory === null ? undefined : { kind: "effective", text: memory[0], count: billions(memory[1]) };
}

function plainSize(words: string): NamedSize | undefined {
  const inner = withInnerUnit.exec(words);
  if (inner !== null) return { kind: "size", text: inner[0], count: billions(`${inner[1]}.${inner[2]}`) };
  const plain = inBillions.exec(words) ?? inMillions.exec(words);
  if (plain === null) return undefined;
  const [text, digits, unit] = plain;
  const spaced = underscored.exec(words);
  const otherCount = spaced === null ? undefined : billions(`${spaced[1]}.${spaced[2]}`);
  return {
    kind: "size",
    text,
    // 05B is half a billion.
    count: Number(digits?.replace(/^0(?=\d)/, "0.")) * unitOf(unit),
    ...(otherCount !== undefined && { otherCount }),
  };
}

function unitOf(letter: string | undefined): number {
  return { m: 1e6, t: 1e12 }[letter?.toLowerCase() ?? ""] ?? 1e9;
}

function billions(digits: string | undefined): number {
  return Number(digits) * 1e9;
}
