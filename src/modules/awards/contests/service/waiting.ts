import { may } from "../../../../kernel/actor.ts";
import { formatShortDate } from "../../../../kernel/time/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { deskUnits, type DeskSource } from "../../../work/index.ts";
import { say } from "../messages.ts";
import { contestsToCarryOn, contestsToEnter, entriesReturned } from "../store/waiting.ts";

const morning = (day: string): string => `${day}T00:00:00+07:00`;

/** Contests that take a unit's entry, entries that came back, and the organiser's next step. Nobody is shown as late. */
export const contestsOnDesk: DeskSource = async (db, actor, today) => {
  const enters = may(actor, "award:propose");
  const organises = may(actor, "round:open");
  if (!enters && !organises) return [];
  const units = await deskUnits(db, actor);
  const [open, returned, own] = await Promise.all([
    enters ? contestsToEnter(db, actor.unitId, units, today) : [],
    enters ? entriesReturned(db, units) : [],
    organises ? contestsToCarryOn(db, units, today) : [],
  ]);
  const bodies = await unitsByIds(db, [...new Set(open.map(({ body_id }) => body_id))]);
  return [
    ...open.map(({ id, title, body_id, since, until }) => ({
      kind: "contest-enter",
      id,
      what: say("cardEnter", { day: formatShortDate(until) }),
      title,
      path: `/awards/contests/${id}`,
      since: morning(since),
      from: bodies.get(body_id)?.name ?? null,
    })),
    ...returned.map(({ id, title, contest, since }) => ({
      kind: "contest-entry",
      id,
      what: say("cardReturned"),
      title,
      path: `/awards/contests/entries/${id}`,
      since: morning(since),
      from: contest,
    })),
    ...own.map(({ id, title, round, since, until, judging }) => ({
      kind: judging ? "contest-publish" : "contest-judge",
      id,
      what: judging ? say("cardPublish", { name: round, day: formatShortDate(until) }) : say("cardJudge", { name: round }),
      title,
      path: `/awards/contests/${id}`,
      since: morning(since),
      from: null,
    })),
  ];
};
