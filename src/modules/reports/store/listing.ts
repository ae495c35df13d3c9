import { sql } from "kysely";
import type { Database } from "../../../platform/database/index.ts";
import type { ReportHeader, ReportKind, ReportState } from "../shapes.ts";
import type { ReportRow } from "./reports.ts";

export type ListedReport = {
  id: string;
  unitId: number;
  kind: ReportKind;
  state: ReportState;
  header: ReportHeader;
  calendar: "civil" | "cut-off-15" | null;
  period: string | null;
  number: string | null;
  symbol: string | null;
  issueDate: string | null;
  correctsId: string | null;
  updatedAt: Date;
  total: number;
};

export type ReportQuery = {
  /** Units whose documents the reader writes: seen in every state. */
  own: readonly number[];
  /** Units the reader's post reaches: signed documents only. */
  reached: readonly number[];
  text: string;
  kind: ReportKind | null;
  state: ReportState | null;
  unitId: number | null;
  page: number;
  pageSize: number;
};

const columns = sql`
  r.id, r.unit_id as "unitId", r.kind, r.state, r.header, r.calendar, r.period, r.number, r.symbol, r.issue_date as "issueDate",
  r.corrects_id as "correctsId", r.updated_at as "updatedAt"`;

/** What the reader may see, what was touched last first. */
export async function listReports(db: Database, query: ReportQuery): Promise<ListedReport[]> {
  const { own, reached, text, kind, state, unitId, page, pageSize } = query;
  const { rows } = await sql<ListedReport>`
    select ${columns}, count(*) over ()::int as total
      from report r
     where (r.unit_id = any(${[...own]}::int[])
            or (r.state in ('signed', 'numbered', 'sent')
                and (r.unit_id = any(${[...reached]}::int[]) or r.receiver_id = any(${[...own]}::int[]))))
       and (${kind}::text is null or r.kind = ${kind}::text)
       and (${state}::text is null or r.state = ${state}::text)
       and (${unitId}::int is null or r.unit_id = ${unitId}::int)
       and (${text}::text = '' or r.search like '%' || vi_fold(${text}::text) || '%')
     order by r.updated_at desc, r.id
     limit ${pageSize}::int offset ${(page - 1) * pageSize}::int`.execute(db);
  return rows;
}

/** Reports of these units in given states, for a desk; oldest first. */
export async function waitingReports(
  db: Database,
  units: readonly number[],
  states: readonly ReportState[],
): Promise<(ListedReport & { preparedBy: string; preparedByName: string })[]> {
  const { rows } = await sql<ListedReport & { preparedBy: string; preparedByName: string }>`
    select ${columns}, 0 as total, r.prepared_by as "preparedBy", r.prepared_by_name as "preparedByName"
      from report r
     where r.unit_id = any(${[...units]}::int[]) and r.state = any(${[...states]}::text[])
     order by r.updated_at, r.id
     limit 200`.execute(db);
  return rows;
}

/** The newest report of a unit for each of these rounds. */
export async function reportsOfRounds(db: Database, unitId: number, rounds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ roundId: string; id: string }>`
    select distinct on (round_id) round_id as "roundId", id from report
     where unit_id = ${unitId}::int and round_id = any(${[...rounds]}::uuid[]) order by round_id, created_at desc`.execute(db);
  return new Map(rows.map(({ roundId, id }) => [roundId, id]));
}

export type StoredReport = Pick<ReportRow, "id" | "unitId" | "calendar" | "period" | "roundId" | "figuresFrom" | "header" | "docxHash"> & {
  subject: string;
};

/** A unit's report for a period: the signed one, of several the last; else the draft that was touched last. */
export async function newestReport(
  db: Database,
  unitId: number,
  { calendar, code }: { calendar: string; code: string },
): Promise<StoredReport | undefined> {
  const { rows } = await sql<StoredReport>`
    select id, unit_id as "unitId", calendar, period, round_id as "roundId", figures_from as "figuresFrom", header, docx_hash as "docxHash", subject
      from report
     where unit_id = ${unitId}::int and kind = 'report' and calendar = ${calendar} and period = ${code}
     order by (frozen is not null) desc, coalesce(signed_at, updated_at) desc
     limit 1`.execute(db);
  return rows[0];
}
