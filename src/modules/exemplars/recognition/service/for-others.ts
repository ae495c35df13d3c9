import { z } from "zod";
import { dot } from "../../../../kernel/facts.ts";
import { actsFor, may, type Actor } from "../../../../kernel/actor.ts";
import { Problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { deskUnits, type DeskSource } from "../../../work/index.ts";
import { unitIn } from "../../service/view.ts";
import { deskSpan } from "../domain/telling.ts";
import { levelNames, say } from "../messages.ts";
import { presentedTo } from "../store/decisions.ts";
import { newsFor, type News } from "../store/recognitions.ts";
import { seeDecision } from "./access.ts";

/** The history of a decision is for those who may read it. */
export async function canSeeDecision(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await seeDecision(db, actor, id);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
}

/** Decisions that lie before this person to be signed. */
export const decisionsToSign: DeskSource = async (db, actor) => {
  if (!may(actor, "exemplar:recognise") || !may(actor, "dispatch:sign")) return [];
  const rows = (await presentedTo(db, await deskUnits(db, actor))).filter(({ created_by }) => !actsFor(actor, created_by));
  const units = await unitsByIds(db, [...new Set(rows.map(({ body_id }) => body_id))]);
  return rows.map(({ id, title, presented_at, created_by_name, body_id }) => ({
    kind: "exemplar-decision",
    id,
    what: say("waitsSignature"),
    title,
    path: `/exemplars/decisions/${id}`,
    since: (presented_at ?? new Date(0)).toISOString(),
    from: `${created_by_name}, ${unitIn(units, body_id).name}`,
  }));
};

/** How many cards of recognitions a desk shows. */
const mostCards = 10;

/** What one's own units lead or take part in and was recognised in the last days: a decision is one card, however many it names. */
export const recognitionNews: DeskSource = async (db, actor, today) => {
  if (!may(actor, "exemplar:view")) return [];
  const news = await newsFor(db, { units: await deskUnits(db, actor), since: addDays(today, -deskSpan) });
  const units = await unitsByIds(db, [...new Set(news.map(({ unit_id }) => unit_id))]);
  return news.slice(0, mostCards).map((one) => ({
    kind: "recognition",
    id: `${one.decision_id}-${one.unit_id}`,
    what: say(one.lead ? "recognised" : "recognisedPart"),
    title: one.name ?? say("newsMany", { count: one.count, unit: unitIn(units, one.unit_id).name }).vi,
    path: pathOf(one),
    since: one.signed_at.toISOString(),
    from: `${one.called}${dot}${levelNames[one.level].vi}`,
  }));
};

const pathOf = ({ count, exemplar_id, level }: News): string =>
  count === 1 ? `/exemplars/${exemplar_id}?tab=recognition` : `/exemplars?level=${level}&own=true`;

/** Recognitions since the day for whoever tells people of them, once for each decision and unit. */
export async function recognitionsToTell(
  db: Database,
  { units, since }: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<{ id: string; unitId: UnitId; text: Text; path: string; on: CalendarDate }[]> {
  const news = await newsFor(db, { units, since });
  const names = await unitsByIds(db, [...new Set(news.map(({ unit_id }) => unit_id))]);
  return news.map((one) => {
    const level = levelNames[one.level];
    const told = {
      count: one.count,
      unit: unitIn(names, one.unit_id).name,
      level: level.vi.toLocaleLowerCase("vi"),
      levelEn: level.en.toLowerCase(),
    };
    return {
      id: one.decision_id,
      unitId: one.unit_id,
      text: one.name === null ? say("toldMany", told) : say("toldOne", { ...told, name: one.name }),
      path: pathOf(one),
      on: vietnamDate(one.signed_at),
    };
  });
}
