/** What is asked ahead, as a person writes it: the server reads sizes, dates and months. */
export type ForecastQuestion =
  /** `size` as cards write it, "3B"; half the model's own when empty. */
  | { readonly kind: "match"; readonly model: string; readonly size: string }
  /** `date` as YYYY-MM-DD. */
  | { readonly kind: "frontier"; readonly date: string }
  | { readonly kind: "wait"; readonly months: string };

/** The answer in words. Plain data: it is sent to the page. */
export type ForecastSentences =
  /** `epochDay` is the day spoken of, for the figure drawn ahead; absent when it is never reached. */
  | { readonly kind: "forecast"; readonly text: string; readonly epochDay?: number | undefined }
  /** `field` is what to write differently; absent when nothing can be forecast. */
  | {
      readonly kind: "refusal";
      readonly text: string;
      readonly field?: "model" | "size" | "date" | "months" | undefined;
    };
