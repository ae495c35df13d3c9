/** The questions of the check as a .docx in the caller's own form. */
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, getUnit } from "../../units/index.ts";
import type { Finding } from "../check/finding.ts";
import { say } from "../check/messages.ts";
import { findingsPaper } from "../check/paper.ts";
import { letterheadOf, placeOf } from "../dispatch/letterhead.ts";
import { renderOfficial } from "../dispatch/render.ts";
import type { NamedBytes } from "../reading/extracted.ts";
import { checkDraft, readCheck } from "./check.ts";
import { labelOf } from "./for-others.ts";
import { getReadable } from "./scope.ts";

type Paper = { name: string; bytes: Uint8Array };

/** Of a registered document: without what the office has set aside. */
export async function checkPaper(db: Database, actor: Actor, id: DocumentId, now: Date): Promise<Paper> {
  const { row } = await getReadable(db, actor, id);
  const { ready, findings } = await readCheck(db, actor, id, now);
  // A paper that says "nothing to ask about" because nothing has been read would be believed.
  if (!ready) throw problem("wrong_state", say("notRead"));
  return paperOf(db, actor, { what: row.subject && row.number !== null ? `${labelOf(row)}: ${row.subject}` : labelOf(row), findings, now });
}

/** Of a draft, which is read again and, as before, not kept. */
export async function draftPaper(db: Database, actor: Actor, file: NamedBytes, now: Date): Promise<Paper> {
  const { findings, header } = await checkDraft(db, actor, file, now);
  const what = [header.docType, /^\d/u.test(header.number ?? "") ? header.number : null, header.subject].filter(Boolean).join(" ");
  return paperOf(db, actor, { what: what === "" ? file.name : `Dự thảo ${what}`, findings, now });
}

async function paperOf(
  db: Database,
  actor: Actor,
  { what, findings, now }: { what: string; findings: readonly Finding[]; now: Date },
): Promise<Paper> {
  const [unit, people] = [await getUnit(db, actor.unitId), await personNames(db, [actor.personId])];
  const area = isArea(unit.kind) ? unit : (await ancestorsOf(db, actor.unitId)).findLast(({ kind }) => isArea(kind));
  const bytes = await renderOfficial(
    findingsPaper({
      what,
      findings,
      head: letterheadOf({ ...unit, areaName: area?.name ?? null }),
      place: area ? placeOf(area.name) : unit.name,
      on: vietnamDate(now),
      by: people.get(actor.personId) ?? null,
    }),
  );
  return { name: "Phiếu kiểm tra văn bản.docx", bytes };
}
