import { randomUUID } from "node:crypto";
import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { TypedAnswer, type CellKey, type Receipt, type Submission } from "../contract/submissions.ts";
import { openSubmission, readSubmission, savePart } from "./submissions-entering.ts";
import { submitReport } from "./submissions-sending.ts";
import type { SubmissionSources } from "./submissions-sources.ts";
import type { z } from "zod";

/** What somebody would type: figures by cell, words by section. Cells that are not in the form are left aside. */
export type Filling = {
  cells?: Readonly<Record<CellKey, z.input<typeof TypedAnswer>>>;
  narratives?: Readonly<Record<string, string>>;
};

/** Opens what a unit owes in a round and types it in, section by section, as a person does on the page. */
export async function enterSubmission(
  db: Database,
  actor: Actor,
  { roundId, unitId, cells = {}, narratives = {} }: { roundId: string; unitId: UnitId } & Filling,
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  const opened = await openSubmission(db, actor, { roundId, unitId }, now, sources);
  for (const section of opened.sections) {
    const typed = section.cells.flatMap(({ key }) => {
      const answer = cells[key];
      return answer === undefined ? [] : [[key, TypedAnswer.parse(answer)] as const];
    });
    const words = narratives[section.sectionId];
    if ((typed.length === 0 && words === undefined) || !section.can.includes("save")) continue;
    await savePart(
      db,
      actor,
      {
        id: opened.id,
        sectionId: section.sectionId,
        unitId: section.unit.id,
        version: section.version,
        cells: Object.fromEntries(typed),
        ...(words === undefined ? {} : { narrative: words }),
      },
      now,
      sources,
    );
  }
  return readSubmission(db, actor, opened.id, sources);
}

/** The same, and sent. */
export async function enterAndSubmit(
  db: Database,
  actor: Actor,
  { key = randomUUID(), ...filling }: { roundId: string; unitId: UnitId; key?: string } & Filling,
  now: Date,
  sources: SubmissionSources,
): Promise<Receipt> {
  const entered = await enterSubmission(db, actor, filling, now, sources);
  const seen = entered.sections.map(({ sectionId, unit, version }) => ({ sectionId, unitId: unit.id, version }));
  return submitReport(db, actor, { id: entered.id, key, seen }, now, sources);
}
