import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { id, version } from "../shapes.ts";
import { reason, Vote, VoteWish } from "./shapes.ts";

export type * from "./shapes.ts";

/** The votes of a contest, for its editors. */
export const ContestVotes = z.object({
  contestId: id,
  /** Address of the contest's public page; null: it is not public, and so nothing can be voted on. */
  page: z.string().nullable(),
  rounds: z.array(
    z.object({
      position: z.number().int(),
      name: z.string(),
      entries: z.number().int(),
      /** A vote may be opened for it now. */ votable: z.boolean(),
    }),
  ),
  votes: z.array(Vote),
});
export type ContestVotes = z.infer<typeof ContestVotes>;

const open = { access: "publication:open", tag: "portal" } as const;

/** The editor's side of a vote of the public. The public's is a page: GET and POST /hoi-thi/{slug}/binh-chon. */
export const votesContract = {
  get: endpoint({ ...open, method: "GET", path: "/contests/{contestId}/votes", summary: "Read the votes of the public on a contest" })
    .input(z.object({ contestId: id }))
    .output(ContestVotes),
  open: endpoint({ ...open, method: "POST", path: "/contests/{contestId}/votes", summary: "Open a vote for a round", successStatus: 201 })
    .input(VoteWish.extend({ reason }))
    .output(ContestVotes),
  close: endpoint({ ...open, method: "POST", path: "/contest-votes/{id}/close", summary: "Close a vote before its last day and count it" })
    .input(z.object({ id, version, reason }))
    .output(ContestVotes),
};
