/** In the order in which a reviewer asks. */
export const signalKinds = ["cloned", "yearly", "no-output", "no-reading", "all-good"] as const;
