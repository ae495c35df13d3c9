import { dot } from "../../kernel/facts.ts";
import type { Actor } from "../../kernel/actor.ts";
import { may } from "../../kernel/actor.ts";
import { vietnamDate } from "../../kernel/time/dates.ts";
import type { Database } from "../../platform/database/index.ts";
import type { Found } from "../search/contract.ts";
import { idsWithin } from "../units/index.ts";
import { placesOf } from "./places.ts";
import { peopleHolding } from "./store/posts.ts";

/** People for the search box: those with a valid post within reach, for whoever may see people. */
export async function searchPeople(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "person:view")) return [];
  const today = vietnamDate(new Date());
  const found = await peopleHolding(db, { units: await idsWithin(db, actor.unitId, today), search: text, today, limit });
  const places = await placesOf(
    db,
    found.flatMap(({ unitIds }) => unitIds),
    today,
  );
  return found.map(({ personId, name, unitIds }) => ({
    kind: "person" as const,
    id: personId,
    title: name,
    note: unitIds.map((id) => places.get(id)?.name ?? "").join(dot) || null,
    to: `/people/${personId}`,
  }));
}
