import { createHash } from "node:crypto";
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { say } from "../messages.ts";
import type { PublicationKind, Shown } from "../shapes.ts";
import type { Ask, Seen, Showing } from "./seen.ts";
import { showContest } from "./showing-contest.ts";
import { showExemplar } from "./showing-exemplar.ts";
import { showDecision } from "./showing-list.ts";
import { showPlan } from "./showing-plan.ts";
import { showStatistics } from "./showing-statistics.ts";
import { showStory } from "./showing-story.ts";

const makers: Record<PublicationKind, (showing: Showing, actor: Actor, ask: Ask) => Promise<Seen>> = {
  exemplar: showExemplar,
  plan: showPlan,
  recognition: showDecision("recognition"),
  award: showDecision("award"),
  story: showStory,
  statistics: showStatistics,
  contest: showContest,
};

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export async function see(showing: Showing, actor: Actor, kind: PublicationKind, ask: Ask): Promise<Seen> {
  if (kind !== "statistics" && !uuid.test(ask.thingId)) throw problem("not_found", say("noThing"));
  return makers[kind](showing, actor, ask);
}

/** Tells whether what would be shown is still what was. */
export const printOf = (shown: Shown): string =>
  createHash("sha256")
    .update(JSON.stringify({ ...shown, asOf: null }))
    .digest("hex")
    .slice(0, 32);
