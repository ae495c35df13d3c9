import { z } from "zod";

export const contestStates = ["draft", "open", "judging", "decided", "closed", "cancelled"] as const;
export const ContestState = z.enum(contestStates);
export type ContestState = z.infer<typeof ContestState>;

export const entryKinds = ["team", "exemplar", "work"] as const;
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;

export const EntryState = z.enum(["draft", "sent", "returned", "withdrawn"]);
export type EntryState = z.infer<typeof EntryState>;

export const Way = z.enum(["appraisal", "stage"]);
export type Way = z.infer<typeof Way>;
