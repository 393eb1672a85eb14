/** A fact with its name. */
export interface DetailRow {
  readonly label: string;
  readonly value: string;
}
