import type { UnitId } from "../../kernel/ids.ts";
import type { Database } from "../../platform/database/index.ts";
import type { Edge } from "./contract.ts";
import { edgeOf } from "./domain/edges.ts";
import { relationsBetween } from "./store/relating.ts";

/** What `from` may ask of each of `to` on the day. Units that do not exist then are asked, never assigned to. */
export async function edgesBetween(db: Database, from: UnitId, to: readonly UnitId[], asOf: string): Promise<Map<UnitId, Edge>> {
  const relations = await relationsBetween(db, from, to, asOf);
  return new Map(
    to.map((id) => {
      const relation = relations.get(id);
      return [id, relation ? edgeOf(relation) : "request"];
    }),
  );
}

export async function edgeBetween(db: Database, from: UnitId, to: UnitId, asOf: string): Promise<Edge> {
  const edges = await edgesBetween(db, from, [to], asOf);
  return edges.get(to) ?? "request";
}
