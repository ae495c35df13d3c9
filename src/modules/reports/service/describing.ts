import { createHash } from "node:crypto";
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId, type RoundId } from "../../../kernel/ids.ts";
import { parsePeriod, type Period } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import { roundAsks } from "../../indicators/index.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import { canonicalJson } from "../domain/canonical.ts";
import { titleOf } from "../domain/header.ts";
import { isSigned, moved } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft, mayFile, mayReopen, maySign, mayTakePaper, type Standing } from "../policy.ts";
import type { Report, ReportSummary } from "../shapes.ts";
import { blocksOf } from "../store/blocks.ts";
import { listReports, type ListedReport } from "../store/listing.ts";
import { correctionsOf, findReport, type ReportRow } from "../store/reports.ts";
import { reachedUnits, seeReport, writingUnits } from "./access.ts";

export const periodOf = ({ calendar, period }: Pick<ReportRow, "calendar" | "period">): Period | null =>
  calendar === null || period === null ? null : parsePeriod(calendar, period);

export async function unitOf(db: Database, id: number): Promise<UnitRef> {
  const unit = (await unitsByIds(db, [unitId(id)])).get(unitId(id));
  if (!unit) throw problem("not_found", say("noUnit"));
  return unit;
}

/** The hash that a frozen copy must have. */
export const hashOf = (frozen: unknown): string => createHash("sha256").update(canonicalJson(frozen)).digest("hex");

const summaryOf = (row: Omit<ListedReport, "total">, unit: UnitRef): ReportSummary => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  unit,
  title: titleOf(row.header),
  period: periodOf(row),
  number: row.number === null ? null : `${row.number}${row.symbol}`,
  date: row.issueDate,
  correctsId: row.correctsId,
  updatedAt: row.updatedAt.toISOString(),
});

const pageSize = 30;

export async function readReports(
  db: Database,
  actor: Actor,
  {
    text,
    kind,
    state,
    unitId: unit,
    page,
  }: { text: string; kind?: ReportSummary["kind"]; state?: ReportSummary["state"]; unitId?: number; page: number },
) {
  const [own, reached] = [await writingUnits(db, actor), await reachedUnits(db, actor)];
  const rows = await listReports(db, {
    own,
    reached,
    text,
    kind: kind ?? null,
    state: state ?? null,
    unitId: unit ?? null,
    page,
    pageSize,
  });
  const units = await unitsByIds(db, [...new Set(rows.map((row) => unitId(row.unitId)))]);
  const reports = rows.flatMap((row) => {
    const issuer = units.get(unitId(row.unitId));
    return issuer ? [summaryOf(row, issuer)] : [];
  });
  return { reports, total: rows[0]?.total ?? 0, pageSize };
}

export async function readReport(db: Database, actor: Actor, id: string): Promise<Report> {
  const { report, standing } = await seeReport(db, actor, id);
  const [unit, blocks, corrects, correctedBy] = [
    await unitOf(db, report.unitId),
    await blocksOf(db, id),
    report.correctsId === null ? undefined : await findReport(db, report.correctsId),
    await correctionsOf(db, id),
  ];
  const { signedAt, signedByName, signedHow, frozen, frozenHash, scanName, scanSize, scanAt, sentAt, sentByName } = report;
  return {
    ...summaryOf(report, unit),
    version: report.version,
    header: report.header,
    figuresFrom: report.figuresFrom,
    roundId: report.roundId,
    formTitle: report.roundId === null ? null : (await roundAsks(db, report.roundId as RoundId)).title,
    blocks,
    preparedBy: report.preparedByName,
    signed:
      signedAt && signedByName !== null && signedHow !== null && frozenHash !== null
        ? { at: signedAt.toISOString(), by: signedByName, how: signedHow, hash: frozenHash, intact: hashOf(frozen) === frozenHash }
        : null,
    scan: scanName !== null && scanSize !== null && scanAt ? { name: scanName, size: scanSize, at: scanAt.toISOString() } : null,
    sent: sentAt && sentByName !== null ? { at: sentAt.toISOString(), by: sentByName, to: report.sentTo ?? "" } : null,
    corrects:
      corrects && report.correction !== null
        ? {
            id: corrects.id,
            kind: report.correction,
            reason: report.correctionReason ?? "",
            title: titleOf(corrects.header),
            number: corrects.number === null ? null : `${corrects.number}${corrects.symbol}`,
          }
        : null,
    // A correction that is still being written is its unit's alone.
    correctedBy: correctedBy
      .filter(({ state }) => standing.owns || isSigned(state))
      .map(({ id: by, kind, state, number }) => ({ id: by, kind, state, number })),
    can: abilities(actor, report, standing),
  };
}

function abilities(actor: Actor, report: ReportRow, standing: Standing): Report["can"] {
  const { state } = report;
  const drafts = mayDraft(actor, standing);
  return {
    edit: drafts && state === "draft",
    discard: drafts && state === "draft",
    ready: drafts && moved(state, "ready") !== null,
    reopen: mayReopen(actor, standing) && moved(state, "reopen") !== null,
    sign: maySign(actor, report, standing) && moved(state, "sign") !== null,
    signOnPaper: mayTakePaper(actor, report, standing) && moved(state, "sign-on-paper") !== null,
    number: mayFile(actor, standing) && moved(state, "number") !== null,
    attachScan: mayFile(actor, standing) && isSigned(state),
    send: mayFile(actor, standing) && moved(state, "send") !== null,
    correct: drafts && (state === "numbered" || state === "sent"),
  };
}
