/** Exit codes that scripts rely on. */
export const exitCodes = { success: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
