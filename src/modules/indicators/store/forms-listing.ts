import { sql } from "kysely";
import type { FormId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate, PeriodCalendar, PeriodKind } from "../../../kernel/time/index.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import type { FormDue, FormOrigin, FormState } from "../contract/forms.ts";

export type ListedForm = {
  id: FormId;
  ownerId: UnitId;
  state: FormState;
  origin: FormOrigin;
  calendar: PeriodCalendar;
  kind: PeriodKind;
  from: CalendarDate | null;
  to: CalendarDate | null;
  version: number;
  published: number | null;
  preparing: number | null;
  title: string;
  basis: string;
  due: FormDue;
  minutes: number | null;
  rows: number;
  narratives: number;
  units: number;
  openRounds: number;
  own: boolean;
  asked: boolean;
  total: number;
};

export type FormQuery = {
  /** Units that the reader acts for as one who asks: own forms, drafts among them. */
  owning: readonly UnitId[];
  /** Units for which the reader fills forms. */
  filling: readonly UnitId[];
  /** Everything that the post reaches: forms that ask one of them, or that one of them asks, may be read. */
  reached: readonly UnitId[];
  standing: "own" | "asked" | "any";
  state: FormState | "any";
  text: string;
  /** One form alone. */
  id?: string | undefined;
  planId?: string | undefined;
  documentId?: string | undefined;
  offset: number;
  limit: number;
};

/** Forms that the reader may see: own ones in every state, others once they are open. Of each the published version, or the first draft. */
export async function listForms(db: Database, query: FormQuery): Promise<ListedForm[]> {
  const { owning, filling, reached, standing, state, text, id = null, planId = null, documentId = null, offset, limit } = query;
  const { rows } = await sql<ListedForm>`${keptPlan}
    with seen as materialized (
      select f.*, f.owner_id = any(${[...owning]}::int[]) as own, f.owner_id = any(${[...reached]}::int[]) as near,
             (select max(v.n) from form_version v where v.form_id = f.id and v.published_at is not null) as published,
             (select v.n from form_version v where v.form_id = f.id and v.published_at is null) as preparing,
             f.state <> 'draft' and exists (select from form_unit u where u.form_id = f.id and u.meant and u.unit_id = any(${[...filling]}::int[])) as asked,
             f.state <> 'draft' and exists (select from form_unit u where u.form_id = f.id and u.meant and u.unit_id = any(${[...reached]}::int[])) as read
        from form f
       where (${id}::uuid is null or f.id = ${id}::uuid) and (${planId}::uuid is null or f.plan_id = ${planId}::uuid)
         and (${documentId}::uuid is null or f.document_id = ${documentId}::uuid)
    )
    select s.id, s.owner_id as "ownerId", s.state, s.origin, s.calendar, s.period_kind as kind, s.ad_hoc_from as "from", s.ad_hoc_to as "to",
           s.version, s.published, case when s.own then s.preparing end as preparing, v.title, v.basis, v.due, v.minutes,
           (select count(*)::int from jsonb_path_query(v.content, '$.sections[*].rows[*]')) as rows,
           (select count(*)::int from jsonb_path_query(v.content, '$.sections[*] ? (@.narrative == true)')) as narratives,
           (select count(*)::int from form_unit u where u.form_id = s.id and u.meant) as units,
           (select count(*)::int from round r where r.form_id = s.id and r.state = 'open') as "openRounds",
           s.own, s.asked, count(*) over ()::int as total
      from seen s join form_version v on v.form_id = s.id and v.n = coalesce(s.published, s.preparing)
     where (s.own or s.asked or s.read or (s.near and s.state <> 'draft'))
       and (${standing}::text = 'any' or (${standing}::text = 'own' and s.own) or (${standing}::text = 'asked' and s.asked))
       and (${state}::text = 'any' or s.state = ${state}::text)
       and (${text}::text = '' or v.title_search like '%' || vi_fold(${text}::text) || '%')
     order by (s.state = 'closed'), s.own desc, s.created_at desc, s.id
     limit ${limit}::int offset ${offset}::int`.execute(db);
  return rows;
}
