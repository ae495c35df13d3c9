import { z } from "zod";
import { actsFor, may, type Actor } from "../../../../kernel/actor.ts";
import { Problem } from "../../../../kernel/errors.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { deskUnits, type DeskSource } from "../../../work/index.ts";
import { unitIn } from "../../service/view.ts";
import { levelNames, say } from "../messages.ts";
import { presentedTo } from "../store/decisions.ts";
import { newsFor } from "../store/recognitions.ts";
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

/** What one's own units lead or take part in and was recognised in the last days. */
export const recognitionNews: DeskSource = async (db, actor, today) => {
  if (!may(actor, "exemplar:view")) return [];
  const news = await newsFor(db, await deskUnits(db, actor), today);
  return news.map(({ exemplar_id, name, level, called, signed_at, lead }) => ({
    kind: "recognition",
    id: `${exemplar_id}-${level}`,
    what: say(lead ? "recognised" : "recognisedPart"),
    title: name,
    path: `/exemplars/${exemplar_id}?tab=recognition`,
    since: signed_at.toISOString(),
    from: `${called} · ${levelNames[level].vi}`,
  }));
};
