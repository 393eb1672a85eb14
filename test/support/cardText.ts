/** Text of a complete card; the numbers are MiniCPM-1-2.4B's as the paper gives them unless changed. */
export function cardText(
  options: {
    readonly name?: string;
    readonly releaseDate?: string;
    readonly nonEmbedding?: string;
    readonly average?: number;
    readonly more?: string;
  } = {},
): string {
  const {
    name = "MiniCPM-1-2.4B",
    releaseDate = "2024-02-01",
    nonEmbedding = "2.442B",
    average = 35.37,
    more = "",
  } = options;
  return `name: ${name}
release_date: ${releaseDate}
kind: base
parameters:
  non_embedding: ${nonEmbedding}
benchmarks:
  average: ${average}
${more}`;
}

/** A collection whose density doubles: one card a quarter, each 1.8 times as dense as the last, with some scatter. */
export function doublingCollection(): Record<string, string> {
  const scores = [25, 27.5, 31, 33.2, 37.9, 40.5, 44, 47.5];
  return Object.fromEntries(
    scores.map((average, position) => {
      const year = 2023 + Math.floor(position / 4);
      const month = String((position % 4) * 3 + 1).padStart(2, "0");
      const name = `Tern-${position + 1}`;
      return [
        `${name}.modelcard.yaml`,
        cardText({ name, releaseDate: `${year}-${month}-10`, nonEmbedding: "3B", average }),
      ];
    }),
  );
}
