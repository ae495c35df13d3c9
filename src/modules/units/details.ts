import type { Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { Database } from "../../platform/database/index.ts";
import type { TreeNode, UnitDetails } from "./contract.ts";
import { reach } from "./domain/timeline.ts";
import { say } from "./messages.ts";
import { mayEditUnit } from "./policy.ts";
import { unitsByIds } from "./reading.ts";
import { codesOf, edgesOf, findHead, relationsOf } from "./store/editing.ts";
import { anyPlacesOf, liesWithin, placesAbove, placesUnder, refOf, type Place } from "./store/reading.ts";

const nodeOf = (place: Place): TreeNode => ({ ...refOf(place), below: place.hi - place.lo });

/** The units directly under a unit on the day, or the roots. */
export async function listTree(db: Database, parent: UnitId | undefined, asOf?: string): Promise<TreeNode[]> {
  const places = await placesUnder(db, parent ?? null, asOf);
  return places.map(nodeOf);
}

/** Everything about one unit; its place and children are those of the day. */
export async function readUnit(db: Database, actor: Actor, id: UnitId, asOf?: string): Promise<UnitDetails> {
  const head = await findHead(db, id);
  const [place] = head ? await anyPlacesOf(db, [id], asOf) : [];
  if (!head || !place) throw problem("not_found", say("noUnit"));
  const [edges, codes, relations, above, children, reached] = await Promise.all([
    edgesOf(db, id),
    codesOf(db, id),
    relationsOf(db, id),
    placesAbove(db, id, asOf),
    placesUnder(db, id, asOf),
    liesWithin(db, actor.unitId, id),
  ]);
  const ids = [...edges.flatMap(({ parentId }) => parentId ?? []), ...relations.map(({ superiorId }) => superiorId)];
  const others = await unitsByIds(db, ids, asOf);
  return {
    ...refOf(place),
    version: head.version,
    parentId: place.parentId,
    ...reach(edges),
    ancestors: above.map(refOf),
    names: edges.map(({ name, parentId, from, until }) => ({
      name,
      parent: parentId === null ? null : (others.get(parentId) ?? null),
      from,
      until,
    })),
    codes: codes.map(({ system, code, from, until }) => ({ system, code, from, until })),
    relations: relations.flatMap(({ kind, superiorId, from, until }) => {
      const superior = others.get(superiorId);
      return superior ? [{ kind, superior, from, until }] : [];
    }),
    children: children.map(nodeOf),
    editable: mayEditUnit(actor, reached),
  };
}
