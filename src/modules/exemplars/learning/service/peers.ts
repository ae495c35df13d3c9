import type { Actor } from "../../../../kernel/actor.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { addDays } from "../../../../kernel/time/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { Peers } from "../contract.ts";
import { areaKindOf, likeSize } from "../domain.ts";
import { doneBy, examplesOf, peersOf, placeOf } from "../store.ts";

/** The last so many years: what was done before others had other tools. */
const years = 3;
/** Fewer than so many units say nothing about what is usual. */
const fewest = 3;

const prefixes = { rural: "xã", urban: "phường", island: "đặc khu" } as const;

/**
 * What units like the own one do: of the same kind, in the same kind of area, about as many residential areas; first in the own
 * province, else anywhere. It counts units per field and theme and puts neither units nor people in an order.
 */
export async function readPeers(db: Database, actor: Actor, today: string): Promise<Peers> {
  const place = await placeOf(db, actor.unitId);
  const since = addDays(today, -365 * years);
  const area = place?.level === "commune" ? areaKindOf(place.area_name ?? "") : null;
  const { from, to } = likeSize(place?.parts ?? 0);
  const wish = {
    unit: actor.unitId,
    kind: place?.kind ?? "",
    level: place?.level ?? "",
    prefix: area === null ? null : prefixes[area],
    from,
    to,
  };
  const near = place?.province_id ? await peersOf(db, { ...wish, province: place.province_id }) : [];
  const everywhere = near.length < fewest;
  const peers = everywhere ? await peersOf(db, { ...wish, province: null }) : near;
  const { fields, themes } = peers.length < fewest ? { fields: [], themes: [] } : await doneBy(db, peers, actor.unitId, since);
  const without = themes.filter(({ own, units }) => own === 0 && units >= 2).slice(0, 4);
  const examples = await examplesOf(
    db,
    peers,
    without.map(({ theme }) => theme),
    since,
  );
  const units = await unitsByIds(db, [actor.unitId, ...new Set(examples.map(({ lead_id }) => lead_id))]);
  return {
    unit: unitIn(units, actor.unitId),
    like: {
      units: peers.length,
      area,
      parts: place?.parts ?? 0,
      from,
      to,
      province: everywhere ? null : (place?.province ?? null),
      since: Number(since.slice(0, 4)),
    },
    fields,
    themes,
    examples: examples.map(({ id, name, kind, lead_id, theme }) => ({ id, name, kind, lead: unitIn(units, lead_id), theme })),
  };
}
