// Loaded before every test file. On a developer's machine each run of the properties explores anew;
// in CI all runs draw the same cases, so that a red run means a change and not a rare case found today.
import fc from "fast-check";

const seedInContinuousIntegration = 20_230_224;

if (process.env.CI !== undefined) fc.configureGlobal({ seed: seedInContinuousIntegration });
