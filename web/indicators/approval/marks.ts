/** Cells marked to be sent back, each with its reason; the reason may still be empty while it is being written. */
export type Marks = Readonly<Record<string, string>>;
