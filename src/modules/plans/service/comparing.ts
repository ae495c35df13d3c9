import type { Database } from "../../../platform/database/index.ts";
import { changesBetween } from "../domain/changes.ts";
import type { Changes } from "../shapes.ts";
import { editionsOf } from "../store/editions.ts";
import { contentOf, namedUnits, type Content } from "./reading.ts";

/** Two editions side by side. */
export async function compare(db: Database, before: Content, after: Content): Promise<Changes> {
  const told = ({ edition, items, duties }: Content) => ({ ...edition, items, duties });
  const units = await namedUnits(
    db,
    [...before.duties, ...after.duties].map(({ unitId: id }) => id),
    after.edition.resolveOn,
  );
  return changesBetween(told(before), told(after), units);
}

/** Tells whether an item reads otherwise now than in an earlier edition of the same plan. */
export async function compareItems(db: Database, now: Content, editions: number[]): Promise<(itemId: string, since: number) => boolean> {
  const earlier = new Set(editions.filter((edition) => edition !== now.edition.edition));
  if (earlier.size === 0) return () => false;
  const changed = new Set<string>();
  for (const row of await editionsOf(db, now.edition.planId)) {
    if (!earlier.has(row.edition)) continue;
    const { items } = await compare(db, await contentOf(db, row), now);
    for (const item of items) if (item.fields.length > 0) changed.add(`${item.itemId} ${row.edition}`);
  }
  return (itemId, since) => changed.has(`${itemId} ${since}`);
}
