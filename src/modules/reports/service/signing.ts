import type { Actor } from "../../../kernel/actor.ts";
import { actsFor, authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { renderOfficial } from "../../documents/dispatch/render.ts";
import { readScan, type Scan } from "../../documents/index.ts";
import { officialOf } from "../domain/document.ts";
import { moved } from "../domain/states.ts";
import { say } from "../messages.ts";
import { maySign, mayTakePaper, type Standing } from "../policy.ts";
import type { Report } from "../shapes.ts";
import { saveScan, saveSigned, type ReportRow } from "../store/reports.ts";
import { lockSeen, mustBeCurrent, recordReportAct, seeReport, standNow } from "./access.ts";
import { hashOf, readReport } from "./describing.ts";
import { mustBeComplete } from "./editing.ts";
import type { ReportSources } from "./live.ts";
import { freeze, printedFrozen } from "./previewing.ts";

/** What signing needs besides the database. */
export type Tools = { files: Files; clock: () => Date; sources: ReportSources };

/**
 * Signs: text and figures are frozen with their hash and the .docx is kept. In one snapshot, so that a figure that arrives
 * meanwhile is either in all of the text or in none of it.
 */
export function signReport(db: Database, actor: Actor, tools: Tools, input: { id: string; version: number }): Promise<Report> {
  return transaction(
    db,
    async (tx) => {
      const { report, standing } = await lockSeen(tx, actor, input.id);
      // Said before anything else: whoever may sign but wrote it learns why not.
      if (standing.owns && may(actor, "dispatch:sign") && actsFor(actor, report.preparedBy)) throw problem("forbidden", say("ownText"));
      authorise(maySign(actor, report, standing), "dispatch:sign");
      if (moved(report.state, "sign") === null) throw problem("wrong_state", say("notReady"));
      mustBeCurrent(report.version === input.version, standNow(report));
      await sign(tx, actor, tools, report, { signer: actor.personName, how: "here" });
      return readReport(tx, actor, input.id);
    },
    { isolation: "repeatable read" },
  );
}

/** The paper was signed by hand: its scan is kept and is the approval. */
export async function signOnPaper(
  db: Database,
  actor: Actor,
  tools: Tools,
  input: { id: string; version: number; file: File; signer: string },
): Promise<Report> {
  const seen = await seeReport(db, actor, input.id);
  mustTakePaper(actor, seen);
  const scan = await readScan(db, actor, tools.files, input.file);
  return transaction(
    db,
    async (tx) => {
      const { report, standing } = await lockSeen(tx, actor, input.id);
      mustTakePaper(actor, { report, standing });
      mustBeCurrent(report.version === input.version, standNow(report));
      const { header } = report;
      const named = { ...report, header: { ...header, signature: { ...header.signature, name: input.signer } } };
      await keepScan(tx, report.id, scan, tools.clock());
      await sign(tx, actor, tools, named, { signer: input.signer, how: "on-paper" });
      return readReport(tx, actor, input.id);
    },
    { isolation: "repeatable read" },
  );
}

function mustTakePaper(actor: Actor, { report, standing }: { report: ReportRow; standing: Standing }): void {
  authorise(mayTakePaper(actor, report, standing), "dispatch:number");
  if (moved(report.state, "sign-on-paper") === null) throw problem("wrong_state", say("wrongState"));
}

type How = { signer: string; how: "here" | "on-paper" };

async function sign(
  tx: Transaction,
  actor: Actor,
  { files, clock, sources }: Tools,
  report: ReportRow,
  { signer, how }: How,
): Promise<void> {
  await mustBeComplete(tx, sources, report);
  const at = clock();
  const frozen = await freeze(tx, sources, report, { at, signer });
  const hash = hashOf(frozen);
  const docx = await renderOfficial(officialOf(printedFrozen({ number: null, issueDate: null }, frozen)));
  const { sha256 } = await files.put(docx);
  await saveSigned(tx, report.id, { frozen, hash, docxHash: sha256, at, by: { id: actor.personId, name: signer }, how });
  await recordReportAct(tx, actor, {
    act: how === "here" ? "report:sign" : "report:sign-on-paper",
    report,
    before: { reportState: report.state },
    after: { reportState: "signed", hash },
  });
}

export function keepScan(tx: Transaction, id: string, { hash, name, type, size }: Scan, at: Date): Promise<void> {
  return saveScan(tx, id, { hash, name, type, size, at });
}
