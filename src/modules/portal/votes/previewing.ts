import { problem } from "../../../kernel/errors.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { Page, Place } from "../pages/frame.ts";
import { Previewed } from "../service/previewing.ts";
import { publicationOf } from "../store/publications.ts";
import { say } from "./messages.ts";
import { votePage } from "./pages.ts";
import { findVote } from "./public.ts";
import { putVote, type Tools } from "./service.ts";
import type { VoteWish } from "./shapes.ts";

/** The vote as visitors would find it: it is put in, its page is made from the published views, and all of it is taken back. */
export async function previewVote({ db, clock }: Tools, actor: Actor, wish: VoteWish, place: Omit<Place, "path">): Promise<Page> {
  try {
    return await transaction(db, async (tx): Promise<Page> => {
      await putVote(tx, actor, { ...wish, reason: "-" }, clock());
      const slug = (await publicationOf(tx, "contest", wish.contestId))?.slug ?? "";
      const found = await findVote(tx, slug, clock());
      if (!found) throw problem("not_found", say("noContest"));
      const path = `/hoi-thi/${slug}/binh-chon`;
      throw new Previewed(votePage({ ...place, path }, { ...found, ballot: null, outcome: null, chosen: new Set() }));
    });
  } catch (error) {
    if (error instanceof Previewed && error.page) return error.page;
    throw error;
  }
}
