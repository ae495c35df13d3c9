import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { Database } from "../../../platform/database/index.ts";
import { say } from "../messages.ts";
import { waitingFor } from "../store/listing.ts";
import { readPlans } from "./describing.ts";
import { scopeOf } from "./reading.ts";

/** Hits of the search box: plans that this person may read. */
export async function searchPlans(db: Database, actor: Actor, text: string, limit: number) {
  if (!may(actor, "plan:view")) return [];
  const { plans } = await readPlans(db, actor, { text, state: "any", standing: "any", page: 1 });
  return plans.slice(0, limit).map(({ id, title, number, issuer }) => ({
    kind: "plan" as const,
    id,
    title,
    note: [number, issuer.name].filter(Boolean).join(", "),
    to: `/plans/${id}`,
  }));
}

/** What of plans waits on this person's desk: drafts to finish, plans to issue, requests to decide, plans that ask for one's own. */
export async function plansWaiting(db: Database, actor: Actor) {
  const drafts = may(actor, "plan:draft");
  const issues = may(actor, "plan:issue");
  if (!drafts && !issues) return [];
  const rows = await waitingFor(db, await scopeOf(db, actor), { drafts, issues });
  return rows.map(({ kind, planId, title, since, from }) => ({
    kind: `plan-${kind}`,
    id: planId,
    what: say(kind === "draft" ? "waitsDraft" : kind === "ready" ? "waitsIssue" : "waitsDecision"),
    title,
    path: kind === "adjustment" ? `/plans/${planId}?tab=changes` : `/plans/${planId}/prepare`,
    since: since.toISOString(),
    from,
  }));
}
