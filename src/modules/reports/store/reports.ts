import { sql } from "kysely";
import type { PersonId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { CorrectionKind, Figure, FiguresFrom, RenderedBlock, ReportHeader, ReportKind, ReportState } from "../shapes.ts";

/** What was signed, exactly as its hash was taken over it. */
export type Frozen = {
  format: 1;
  signedAt: string;
  /** Units as they were on this day. */
  treeOn: string;
  unit: { id: number; name: string };
  header: ReportHeader;
  period: { calendar: string; code: string } | null;
  blocks: RenderedBlock[];
  figures: Figure[];
  coverage: string | null;
  missing: { id: number; name: string }[];
  units: number;
};

export type ReportRow = {
  id: string;
  unitId: number;
  kind: ReportKind;
  state: ReportState;
  calendar: "civil" | "cut-off-15" | null;
  period: string | null;
  roundId: string | null;
  figuresFrom: FiguresFrom;
  header: ReportHeader;
  preparedBy: PersonId;
  preparedByName: string;
  correctsId: string | null;
  correction: CorrectionKind | null;
  correctionReason: string | null;
  receiverId: number | null;
  frozen: Frozen | null;
  frozenHash: string | null;
  docxHash: string | null;
  signedAt: Date | null;
  signedByName: string | null;
  signedHow: "here" | "on-paper" | null;
  number: string | null;
  symbol: string | null;
  series: string | null;
  issueDate: string | null;
  scanHash: string | null;
  scanName: string | null;
  scanType: string | null;
  scanSize: number | null;
  scanAt: Date | null;
  sentAt: Date | null;
  sentByName: string | null;
  sentTo: string | null;
  version: number;
  updatedAt: Date;
};

const columns = sql`
  r.id, r.unit_id as "unitId", r.kind, r.state, r.calendar, r.period, r.round_id as "roundId", r.figures_from as "figuresFrom", r.header,
  r.prepared_by as "preparedBy", r.prepared_by_name as "preparedByName", r.corrects_id as "correctsId", r.correction,
  r.correction_reason as "correctionReason", r.receiver_id as "receiverId", r.frozen, r.frozen_hash as "frozenHash",
  r.docx_hash as "docxHash", r.signed_at as "signedAt", r.signed_by_name as "signedByName", r.signed_how as "signedHow", r.number,
  r.symbol, r.series, r.issue_date as "issueDate", r.scan_hash as "scanHash", r.scan_name as "scanName", r.scan_type as "scanType",
  r.scan_size as "scanSize", r.scan_at as "scanAt", r.sent_at as "sentAt", r.sent_by_name as "sentByName", r.sent_to as "sentTo",
  r.version, r.updated_at as "updatedAt"`;

export async function findReport(db: Database, id: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`select ${columns} from report r where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The same, held until the transaction ends: acts on one report come one after the other. */
export async function lockReport(tx: Transaction, id: string): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`select ${columns} from report r where r.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export type NewReport = {
  unitId: number;
  kind: ReportKind;
  period: { calendar: string; code: string; from: string; to: string } | null;
  roundId: string | null;
  receiverId: number | null;
  figuresFrom: FiguresFrom;
  header: ReportHeader;
  preparedBy: PersonId;
  preparedByName: string;
  corrects: { id: string; kind: CorrectionKind; reason: string } | null;
};

export async function insertReport(tx: Transaction, report: NewReport): Promise<string> {
  const { unitId, kind, period, roundId, receiverId, figuresFrom, header, preparedBy, preparedByName, corrects } = report;
  const { rows } = await sql<{ id: string }>`
    insert into report (unit_id, kind, calendar, period, period_from, period_to, round_id, receiver_id, figures_from, header, subject,
                        prepared_by, prepared_by_name, corrects_id, correction, correction_reason)
    values (${unitId}::int, ${kind}, ${period?.calendar ?? null}, ${period?.code ?? null}, ${period?.from ?? null}::date,
            ${period?.to ?? null}::date, ${roundId}::uuid, ${receiverId}::int, ${figuresFrom}, ${JSON.stringify(header)}::jsonb,
            ${header.subject}, ${preparedBy}::uuid, ${preparedByName}, ${corrects?.id ?? null}::uuid, ${corrects?.kind ?? null},
            ${corrects?.reason ?? null})
    returning id`.execute(tx);
  return rows[0]?.id ?? "";
}

/** False when the version is not the newest any more. */
export async function updateHeader(
  tx: Transaction,
  id: string,
  version: number,
  { header, figuresFrom }: { header: ReportHeader; figuresFrom: FiguresFrom },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update report set header = ${JSON.stringify(header)}::jsonb, subject = ${header.subject}, figures_from = ${figuresFrom},
           version = version + 1, updated_at = now()
     where id = ${id}::uuid and version = ${version}::int`.execute(tx);
  return numAffectedRows === 1n;
}

/** Blocks have versions of their own; the report only says that something happened. */
export async function touch(tx: Transaction, id: string): Promise<void> {
  await sql`update report set updated_at = now() where id = ${id}::uuid`.execute(tx);
}

export async function updateState(tx: Transaction, id: string, state: ReportState): Promise<void> {
  await sql`update report set state = ${state}, version = version + 1, updated_at = now() where id = ${id}::uuid`.execute(tx);
}

export type Signing = {
  frozen: Frozen;
  hash: string;
  docxHash: string;
  at: Date;
  by: { id: PersonId; name: string };
  how: "here" | "on-paper";
};

export async function saveSigned(tx: Transaction, id: string, { frozen, hash, docxHash, at, by, how }: Signing): Promise<void> {
  await sql`
    update report set state = 'signed', header = ${JSON.stringify(frozen.header)}::jsonb, frozen = ${JSON.stringify(frozen)}::jsonb,
           frozen_hash = ${hash}, docx_hash = ${docxHash}, signed_at = ${at}, signed_by = ${by.id}::uuid, signed_by_name = ${by.name},
           signed_how = ${how}, version = version + 1, updated_at = now()
     where id = ${id}::uuid`.execute(tx);
}

export async function saveNumber(
  tx: Transaction,
  id: string,
  {
    number,
    symbol,
    series,
    date,
    docxHash,
    by,
    at,
  }: { number: string; symbol: string; series: string; date: string; docxHash: string; by: string; at: Date },
): Promise<void> {
  await sql`
    update report set state = 'numbered', number = ${number}, symbol = ${symbol}, series = ${series}, issue_date = ${date}::date,
           docx_hash = ${docxHash}, numbered_by_name = ${by}, numbered_at = ${at}, version = version + 1, updated_at = now()
     where id = ${id}::uuid`.execute(tx);
}

/** Whether another document of the unit has this number in the series already. */
export async function numberTaken(
  tx: Transaction,
  { id, unitId, symbol, series, number }: { id: string; unitId: number; symbol: string; series: string; number: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from report where unit_id = ${unitId}::int and symbol = ${symbol} and series = ${series} and number = ${number} and id <> ${id}::uuid
     limit 1`.execute(tx);
  return rows.length > 0;
}

/** The largest whole number given so far in a series, 0 when there is none; and the series the unit used last for a symbol. */
export async function lastNumber(db: Database, unitId: number, symbol: string, series: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substring(number from '^[0-9]{1,7}')::int), 0)::int as last
      from report where unit_id = ${unitId}::int and symbol = ${symbol} and series = ${series}`.execute(db);
  return rows[0]?.last ?? 0;
}

export async function lastSeries(db: Database, unitId: number): Promise<string | null> {
  const { rows } = await sql<{ series: string }>`
    select series from report where unit_id = ${unitId}::int and series is not null order by numbered_at desc limit 1`.execute(db);
  return rows[0]?.series ?? null;
}

export async function saveScan(
  tx: Transaction,
  id: string,
  { hash, name, type, size, at }: { hash: string; name: string; type: string; size: number; at: Date },
): Promise<void> {
  await sql`
    update report set scan_hash = ${hash}, scan_name = ${name}, scan_type = ${type}, scan_size = ${size}::int, scan_at = ${at},
           version = version + 1, updated_at = now()
     where id = ${id}::uuid`.execute(tx);
}

export async function saveSent(tx: Transaction, id: string, { by, to, at }: { by: string; to: string; at: Date }): Promise<void> {
  await sql`
    update report set state = 'sent', sent_at = ${at}, sent_by_name = ${by}, sent_to = ${to}, version = version + 1, updated_at = now()
     where id = ${id}::uuid`.execute(tx);
}

export async function deleteReport(tx: Transaction, id: string): Promise<void> {
  await sql`delete from report where id = ${id}::uuid`.execute(tx);
}

/** Documents that correct or replace this one, oldest first. */
export async function correctionsOf(
  db: Database,
  id: string,
): Promise<{ id: string; unitId: number; kind: CorrectionKind; state: ReportState; number: string | null }[]> {
  const { rows } = await sql<{ id: string; unitId: number; kind: CorrectionKind; state: ReportState; number: string | null }>`
    select id, unit_id as "unitId", correction as kind, state, number || symbol as number from report
     where corrects_id = ${id}::uuid order by created_at`.execute(db);
  return rows;
}
