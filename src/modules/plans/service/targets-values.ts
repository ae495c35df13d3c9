import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Window } from "../domain/targets.ts";
import type { TargetLink, TargetReason, TargetRecord } from "../targets-shapes.ts";
import type { TargetItem } from "./targets-linking.ts";

type Cell = NonNullable<TargetLink["indicator"]>;

export type SentFigure = { value: string | null; provisional: boolean; reason?: TargetReason };

/** Indicators of the dictionary as targets need them: what a target may mean, what units sent, and the sendings behind. */
export type KnownIndicators = {
  propose(item: TargetItem): TargetLink[];
  named(id: number, member: string): Cell | null;
  values(
    asked: { key: string; cell: Cell; units: UnitId[]; window: Window; newOnly: boolean }[],
  ): Promise<Map<string, Map<UnitId, SentFigure>>>;
  records(cell: Cell, unit: UnitId, window: Window): Promise<TargetRecord[]>;
};

export async function indicatorsFor(_db: Database, _actor: Actor, _issuer: number): Promise<KnownIndicators> {
  return { propose: () => [], named: () => null, values: async () => new Map(), records: async () => [] };
}
