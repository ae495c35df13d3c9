import { dot } from "../../../kernel/facts.ts";
import { may, type Actor } from "../../../kernel/actor.ts";
import { squeeze } from "../../../kernel/text.ts";
import { formatShortDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Found } from "../../search/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits, type DeskSource } from "../../work/index.ts";
import { say as sayContest } from "../contests/messages.ts";
import { contestsNamed } from "../contests/store/waiting.ts";
import { kindNames, say } from "../messages.ts";
import { awardsNamed, campaignsNamed, campaignsToCarryOn, campaignsToProposeIn, returnedTo, type FoundAward } from "../store/waiting.ts";
import { unitIn } from "./view.ts";

const morning = (day: string): string => `${day}T00:00:00+07:00`;

/** Campaigns that wait for a unit's proposals or for the office's next step, and proposals that came back. Nobody is shown as late. */
export const awardsOnDesk: DeskSource = async (db, actor, today) => {
  const proposes = may(actor, "award:propose");
  const decides = may(actor, "award:decide");
  if (!proposes && !decides) return [];
  const units = await deskUnits(db, actor);
  const [open, returned, own] = await Promise.all([
    proposes ? campaignsToProposeIn(db, actor.unitId, units, today) : [],
    proposes ? returnedTo(db, units) : [],
    decides ? campaignsToCarryOn(db, units, today) : [],
  ]);
  const bodies = await unitsByIds(db, [...new Set(open.map(({ body_id }) => body_id))]);
  return [
    ...open.map(({ id, title, body_id, opens_on, closes_on }) => ({
      kind: "award-campaign",
      id,
      what: say("cardPropose", { day: formatShortDate(closes_on) }),
      title,
      path: `/awards/${id}`,
      since: morning(opens_on),
      from: unitIn(bodies, body_id).name,
    })),
    ...returned.map(({ id, name, campaign, since }) => ({
      kind: "award-candidate",
      id,
      what: say("cardReturned"),
      title: name ?? say("erasedName").vi,
      path: `/awards/candidates/${id}`,
      since: morning(since),
      from: campaign,
    })),
    ...own.map(({ id, title, closes_on, council }) => ({
      kind: "award-council",
      id,
      what: say(council ? "cardCouncil" : "cardClosed"),
      title,
      path: council ? `/awards/${id}/council` : `/awards/${id}`,
      since: morning(closes_on),
      from: null,
    })),
  ];
};

/** The nearest page of an award: how it was proposed, else what it was for, else the register. */
const pageOf = ({ candidate_id, exemplar_id }: FoundAward): string => {
  if (candidate_id) return `/awards/candidates/${candidate_id}`;
  return exemplar_id ? `/exemplars/${exemplar_id}` : "/awards/register";
};

/** Hits of the search box: campaigns and contests by title, then awards that stand, by what the decision printed. */
export async function searchAwards(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  const words = squeeze(text).split(" ").filter(Boolean);
  if (!may(actor, "exemplar:view") || words.length === 0) return [];
  const [campaigns, contests, awards] = await Promise.all([
    campaignsNamed(db, actor.unitId, words, limit),
    contestsNamed(db, actor.unitId, words, limit),
    awardsNamed(db, actor.unitId, words, limit),
  ]);
  const bodies = await unitsByIds(db, [...new Set([...campaigns, ...contests].map(({ body_id }) => body_id))]);
  const found: Found[] = [
    ...campaigns.map(({ id, title, kind, body_id }) => ({
      kind: "award" as const,
      id,
      title,
      note: `${kindNames[kind].vi}${dot}${unitIn(bodies, body_id).name}`,
      to: `/awards/${id}`,
    })),
    ...contests.map(({ id, title, body_id }) => ({
      kind: "award" as const,
      id,
      title,
      note: `${sayContest("contest").vi}${dot}${unitIn(bodies, body_id).name}`,
      to: `/awards/contests/${id}`,
    })),
    ...awards.map((award) => ({
      kind: "award" as const,
      id: award.id,
      title: award.name ?? say("erasedName").vi,
      note: `${award.form_name}${dot}${award.number}`,
      to: pageOf(award),
    })),
  ];
  return found.slice(0, limit);
}
