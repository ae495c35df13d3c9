/** What the list of work keeps in its address. */
export const sides = ["lead", "assigner", "partner", "any"] as const;
export const shows = ["open", "late", "soon", "waiting", "over", "any"] as const;
export type Side = (typeof sides)[number];
export type Show = (typeof shows)[number];
export type WorkSearch = { text?: string; side?: Side; show?: Show; unit?: number; plan?: string; page?: number };
