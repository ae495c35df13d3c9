import { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { WorkId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { squeeze } from "../../../kernel/text.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Found } from "../../search/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import { listWork } from "../store/desk.ts";
import { deskUnits } from "./desk.ts";
import { getVisible } from "./view.ts";

/** Hits of the search box: items that this person's units lead, gave out or join in. */
export async function searchWork(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "work:view")) return [];
  const today = vietnamDate(new Date());
  const { rows } = await listWork(db, {
    units: await deskUnits(db, actor),
    side: "any",
    states: ["open", "accepted", "answered", "returned", "reported", "done"],
    standing: undefined,
    kind: undefined,
    unitId: undefined,
    planId: undefined,
    words: squeeze(text).split(" ").filter(Boolean),
    today,
    soonUntil: today,
    offset: 0,
    limit,
  });
  const units = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
  return rows.map((row) => ({
    kind: "work",
    id: row.id,
    title: row.title,
    note: units.get(row.lead_id)?.name ?? null,
    to: `/work/${row.id}`,
  }));
}

/** The history of an item is for those who may see it. */
export async function canSeeWork(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await getVisible(db, actor, id as WorkId);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
