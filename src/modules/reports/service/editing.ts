import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { BlockChange } from "../blocks.ts";
import { changedBlocks } from "../domain/changing.ts";
import { checksOf } from "../domain/checks.ts";
import { renderBlocks } from "../domain/rendering.ts";
import { moved } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft, mayReopen } from "../policy.ts";
import type { FiguresFrom, Report, ReportHeader } from "../shapes.ts";
import { blocksOf, saveBlocks } from "../store/blocks.ts";
import { deleteReport, touch, updateHeader, updateState, type ReportRow } from "../store/reports.ts";
import { lockSeen, mustBeCurrent, recordReportAct, standNow } from "./access.ts";
import { readReport } from "./describing.ts";
import { liveFigures, type ReportSources } from "./live.ts";
import { refsInReport } from "./previewing.ts";

/** The draft that an edit goes to, locked. */
async function lockDraft(tx: Transaction, actor: Actor, id: string): Promise<ReportRow> {
  const { report, standing } = await lockSeen(tx, actor, id);
  authorise(mayDraft(actor, standing), "report:draft");
  if (report.state !== "draft") throw problem("wrong_state", say("notDraft"));
  return report;
}

type Edit = { id: string; version: number; header?: ReportHeader; figuresFrom?: FiguresFrom };

export function editReport(db: Database, actor: Actor, input: Edit): Promise<Report> {
  return transaction(db, async (tx) => {
    const report = await lockDraft(tx, actor, input.id);
    const next = { header: input.header ?? report.header, figuresFrom: input.figuresFrom ?? report.figuresFrom };
    mustBeCurrent(await updateHeader(tx, input.id, input.version, next), standNow(report));
    const [before, after] = [{ subject: report.header.subject }, { subject: next.header.subject }];
    await recordReportAct(tx, actor, { act: "report:edit", report, before, after });
    return readReport(tx, actor, input.id);
  });
}

/** All of the changes or none. A block that somebody else changed meanwhile refuses, with what stands there now. */
export function changeBlocks(db: Database, actor: Actor, input: { id: string; changes: BlockChange[] }): Promise<Report> {
  return transaction(db, async (tx) => {
    const report = await lockDraft(tx, actor, input.id);
    const result = changedBlocks(await blocksOf(tx, input.id), input.changes);
    if (!result.ok) {
      if (result.why === "gone") throw problem("not_found", say("noBlock"), { blockId: result.id });
      throw problem("conflict", say(result.why === "taken" ? "blockThere" : "changedSince"), {
        blockId: result.id,
        current: result.current,
      });
    }
    await saveBlocks(tx, input.id, result.blocks);
    await touch(tx, input.id);
    await recordReportAct(tx, actor, { act: "report:change", report, after: { blocks: input.changes.length } });
    return readReport(tx, actor, input.id);
  });
}

export function discardReport(db: Database, actor: Actor, input: { id: string; version: number }): Promise<Record<string, never>> {
  return transaction(db, async (tx) => {
    const report = await lockDraft(tx, actor, input.id);
    mustBeCurrent(report.version === input.version, standNow(report));
    await deleteReport(tx, input.id);
    await recordReportAct(tx, actor, { act: "report:discard", report, before: { subject: report.header.subject } });
    return {};
  });
}

/** Hands the draft to the signer. What the official text would still lack stands in the way. */
export function makeReady(db: Database, actor: Actor, sources: ReportSources, input: { id: string; version: number }): Promise<Report> {
  return transaction(db, async (tx) => {
    const report = await lockDraft(tx, actor, input.id);
    mustBeCurrent(report.version === input.version, standNow(report));
    await mustBeComplete(tx, sources, report);
    await updateState(tx, input.id, "ready");
    await recordReportAct(tx, actor, {
      act: "report:ready",
      report,
      before: { reportState: report.state },
      after: { reportState: "ready" },
    });
    return readReport(tx, actor, input.id);
  });
}

export async function mustBeComplete(tx: Transaction, sources: ReportSources, report: ReportRow): Promise<void> {
  const blocks = await blocksOf(tx, report.id);
  const live = await liveFigures(tx, sources, report, refsInReport(blocks));
  const checks = checksOf(report, blocks, renderBlocks(blocks, live, "official"), live).filter((check) => check.blocks);
  if (checks.length > 0) throw problem("wrong_state", say("blocked"), { checks });
}

export function reopenReport(db: Database, actor: Actor, input: { id: string; version: number; reason: string }): Promise<Report> {
  return transaction(db, async (tx) => {
    const { report, standing } = await lockSeen(tx, actor, input.id);
    authorise(mayReopen(actor, standing), "report:draft");
    const next = moved(report.state, "reopen");
    if (next === null) throw problem("wrong_state", say("wrongState"));
    mustBeCurrent(report.version === input.version, standNow(report));
    await updateState(tx, input.id, next);
    const note = input.reason || undefined;
    await recordReportAct(tx, actor, {
      act: "report:reopen",
      report,
      before: { reportState: report.state },
      after: { reportState: next },
      note,
    });
    return readReport(tx, actor, input.id);
  });
}
