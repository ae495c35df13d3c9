import { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { actsFor, may } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import { unitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Found } from "../../search/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import type { DeskSource } from "../../work/index.ts";
import { titleOf } from "../domain/header.ts";
import { say } from "../messages.ts";
import type { ReportState } from "../shapes.ts";
import { waitingReports } from "../store/listing.ts";
import { seeReport, writingUnits } from "./access.ts";
import { readReports } from "./describing.ts";

/** Hits of the search box: documents that this person may read. */
export async function searchReports(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "report:view")) return [];
  const { reports } = await readReports(db, actor, { text, page: 1 });
  return reports.slice(0, limit).map(({ id, title, number, unit }) => ({
    kind: "report" as const,
    id,
    title,
    note: [number, unit.name].filter(Boolean).join(", "),
    to: `/reports/${id}`,
  }));
}

const waits = { draft: "waitsDraft", ready: "waitsSignature", signed: "waitsNumber", numbered: "waitsSending" } as const;

/** What waits for this person: one's own drafts, documents to sign, to number, to send. */
export const reportsWaiting: DeskSource = async (db, actor) => {
  const states: (keyof typeof waits)[] = [];
  if (may(actor, "report:draft")) states.push("draft");
  if (may(actor, "dispatch:sign")) states.push("ready");
  if (may(actor, "dispatch:number")) states.push("signed", "numbered");
  if (states.length === 0) return [];
  const rows = await waitingReports(db, await writingUnits(db, actor), states satisfies ReportState[]);
  const mine = rows.filter(({ state, preparedBy }) => {
    const own = actsFor(actor, preparedBy as PersonId);
    return state === "draft" ? own : state === "ready" ? !own : true;
  });
  const units = await unitsByIds(db, [...new Set(mine.map((row) => unitId(row.unitId)))]);
  return mine.map((row) => ({
    kind: `report-${row.state}`,
    id: row.id,
    what: say(waits[row.state as keyof typeof waits]),
    title: titleOf(row.header),
    path: `/reports/${row.id}`,
    since: row.updatedAt.toISOString(),
    from: units.get(unitId(row.unitId))?.name ?? row.preparedByName,
  }));
};

/** Registered for history panels: who may read a document may read what was done to it. */
export async function canSeeReport(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await seeReport(db, actor, id);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
}
