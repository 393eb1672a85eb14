/** A place in a file; 0-based, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From one place to another, the end excluded. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}
