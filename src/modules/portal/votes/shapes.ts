import { z } from "zod";
import { Day, id, words } from "../shapes.ts";

/** How an editor wants the vote: a window of whole days in Vietnam's time, the first and the last included. */
export const VoteWish = z.object({
  contestId: id,
  round: z.coerce.number().int().min(1).max(10),
  /** Entries that one visitor chooses at most. */
  most: z.coerce.number().int().min(1).max(20).default(1),
  /** Ballots from one network address at most. */
  mostPerNetwork: z.coerce.number().int().min(1).max(10_000).default(30),
  opensOn: Day,
  closesOn: Day,
});
export type VoteWish = z.infer<typeof VoteWish>;

export const VoteState = z.enum(["coming", "open", "counting", "closed"]);

export const Vote = z.object({
  id,
  version: z.number().int(),
  round: z.number().int(),
  state: VoteState,
  most: z.number().int(),
  mostPerNetwork: z.number().int(),
  opensAt: z.string(),
  closesAt: z.string(),
  openedBy: z.string(),
  openedAt: z.string(),
  reason: z.string(),
  closedAt: z.string().nullable(),
  /** Null: it ended with its window. */
  closedBy: z.string().nullable(),
  closedReason: z.string().nullable(),
  /** Nobody sees a count before it is closed, the editor neither. */
  result: z
    .object({ ballots: z.number().int(), entries: z.array(z.object({ title: z.string(), unit: z.string(), votes: z.number().int() })) })
    .nullable(),
});
export type Vote = z.infer<typeof Vote>;

export const reason = words(1000, 1);
