import { may, type Actor } from "../../kernel/actor.ts";
import type { Database } from "../../platform/database/index.ts";
import { searchUnits } from "./searching.ts";

/** The directory is no secret among those who work with it: whoever may see units sees their history. */
export async function canSeeUnit(_db: Database, actor: Actor, _id: string): Promise<boolean> {
  return may(actor, "unit:view");
}

/** Units for the search box of the application. */
export async function searchForUnits(db: Database, _actor: Actor, text: string, limit: number) {
  const units = await searchUnits(db, text, { limit });
  return units.map(({ id, name, areaName }) => ({
    kind: "unit" as const,
    id: String(id),
    title: name,
    note: areaName ?? null,
    to: `/units/${id}`,
  }));
}
