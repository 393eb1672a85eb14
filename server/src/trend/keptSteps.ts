import { SteppedResult, type Steps } from "./steps.ts";

/**
 * Results of a dear question, kept with what it is asked of: each is made once, at once or in steps, however
 * many ask, and goes with its subject.
 * @param stepsOf the question; `details` tell its answers about one subject apart
 */
export function keptSteps<Subject extends object, Details extends readonly (string | number)[], Result>(
  stepsOf: (subject: Subject, ...details: Details) => Steps<Result>,
): (subject: Subject, ...details: Details) => SteppedResult<Result> {
  const known = new WeakMap<Subject, Map<string, SteppedResult<Result>>>();
  return (subject, ...details) => {
    const made = known.get(subject) ?? new Map<string, SteppedResult<Result>>();
    known.set(subject, made);
    const key = details.join(" ");
    const result = made.get(key) ?? new SteppedResult(stepsOf(subject, ...details));
    made.set(key, result);
    return result;
  };
}
