import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { renderOfficial } from "../../documents/dispatch/render.ts";
import { readScan } from "../../documents/index.ts";
import { officialOf } from "../domain/document.ts";
import { symbolOf } from "../domain/header.ts";
import { numberAfter, seriesFor } from "../../documents/dispatch/numbering.ts";
import { isSigned, moved } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayFile } from "../policy.ts";
import type { Report } from "../shapes.ts";
import { lastNumber, lastSeries, numberTaken, saveNumber, saveSent, type ReportRow } from "../store/reports.ts";
import { lockSeen, mustBeCurrent, recordReportAct, seeReport, standNow } from "./access.ts";
import { readReport } from "./describing.ts";
import { printedFrozen } from "./previewing.ts";
import { answerRound, scanOf } from "./answering.ts";
import { wordName, wordType } from "./files.ts";
import { keepScan, type Tools } from "./signing.ts";

/** What the clerk would give next; everything may be typed otherwise. */
export async function suggestNumber(db: Database, actor: Actor, now: Date, input: { id: string; date?: string }) {
  const { report } = await seeReport(db, actor, input.id);
  const date = input.date ?? report.issueDate ?? vietnamDate(now);
  const symbol = symbolOf(report.header);
  const series = seriesFor(report.header.form, date, await lastSeries(db, report.unitId));
  const number = report.number ?? numberAfter(await lastNumber(db, report.unitId, symbol, series));
  return { series, number, date, symbol };
}

async function lockFiling(tx: Transaction, actor: Actor, { id, version }: { id: string; version: number }): Promise<ReportRow> {
  const { report, standing } = await lockSeen(tx, actor, id);
  authorise(mayFile(actor, standing), "dispatch:number");
  mustBeCurrent(report.version === version, standNow(report));
  return report;
}

type Numbering = { id: string; version: number; number: string; series: string; date: string };

/** Number and date go on the signed text; the text itself does not change. May be mended until the document leaves. */
export function numberReport(db: Database, actor: Actor, tools: Tools, input: Numbering): Promise<Report> {
  return transaction(db, async (tx) => {
    const report = await lockFiling(tx, actor, input);
    if (moved(report.state, "number") === null || !report.frozen)
      throw problem("wrong_state", say(isSigned(report.state) ? "wrongState" : "notSigned"));
    const symbol = symbolOf(report.frozen.header);
    const { number, series, date } = input;
    if (await numberTaken(tx, { id: report.id, unitId: report.unitId, symbol, series, number }))
      throw problem("conflict", say("numberTaken", { number: `${number}${symbol}`, series }), {
        fields: { number: say("numberTaken", { number, series }).vi },
      });
    const docx = await renderOfficial(officialOf(printedFrozen({ number, issueDate: date }, report.frozen)));
    const { sha256, size } = await tools.files.put(docx);
    await saveNumber(tx, report.id, { number, symbol, series, date, docxHash: sha256, by: actor.personName, at: tools.clock() });
    const before =
      report.number === null ? { reportState: report.state } : { number: `${report.number}${report.symbol}`, issueDate: report.issueDate };
    await recordReportAct(tx, actor, {
      act: "report:number",
      report,
      before,
      after: { number: `${number}${symbol}`, series, issueDate: date },
    });
    const numbered = { ...report, number, symbol, issueDate: date };
    const word = { hash: sha256, name: wordName(numbered), size, type: wordType };
    await answerRound(tx, actor, numbered, scanOf(report) ?? word, tools.clock());
    return readReport(tx, actor, report.id);
  });
}

/** The scan with signature and seal. A better one takes the place of the first; both stand in the history. */
export async function attachScan(
  db: Database,
  actor: Actor,
  tools: Tools,
  input: { id: string; version: number; file: File },
): Promise<Report> {
  const { report: seen, standing } = await seeReport(db, actor, input.id);
  authorise(mayFile(actor, standing), "dispatch:number");
  if (!isSigned(seen.state)) throw problem("wrong_state", say("notSigned"));
  const scan = await readScan(db, actor, tools.files, input.file);
  return transaction(db, async (tx) => {
    const report = await lockFiling(tx, actor, input);
    await keepScan(tx, report.id, scan, tools.clock());
    await recordReportAct(tx, actor, { act: "report:attach-scan", report, before: { hash: report.scanHash }, after: { hash: scan.hash } });
    await answerRound(tx, actor, report, scan, tools.clock());
    return readReport(tx, actor, report.id);
  });
}

export function sendReport(db: Database, actor: Actor, tools: Tools, input: { id: string; version: number; to: string }): Promise<Report> {
  return transaction(db, async (tx) => {
    const report = await lockFiling(tx, actor, input);
    if (moved(report.state, "send") === null) throw problem("wrong_state", say(isSigned(report.state) ? "notNumbered" : "notSigned"));
    await saveSent(tx, report.id, { by: actor.personName, to: input.to, at: tools.clock() });
    await recordReportAct(tx, actor, { act: "report:send", report, before: { reportState: report.state }, after: { reportState: "sent" } });
    return readReport(tx, actor, report.id);
  });
}
