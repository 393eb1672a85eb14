const millisecondsPerDay = 86_400_000;

/** The day it is, in days since 1970-01-01 (UTC). */
export function today(): number {
  return Math.floor(Date.now() / millisecondsPerDay);
}
