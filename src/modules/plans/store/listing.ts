import { sql } from "kysely";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import type { PlanState } from "../shapes.ts";

export type PlanRow = {
  id: string;
  issuerId: number;
  parentId: string | null;
  parentTitle: string | null;
  editionId: string;
  edition: number;
  state: PlanState;
  title: string;
  number: string | null;
  issueDate: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  preparingEdition: number | null;
  preparingState: PlanState | null;
  own: boolean;
  addressed: boolean;
  targets: number;
  tasks: number;
  reports: number;
  units: number;
  openAdjustments: number;
  total: number;
};

export type PlanQuery = {
  /** The units that the reader's post reaches. */
  reached: number[];
  /** Units that the reader acts for: whose plans are own ones, and whose drafts are shown. */
  drafting: number[];
  text: string;
  state: "preparing" | "in-force" | "closed" | "any";
  standing: "own" | "addressed" | "any";
  parentId: string | null;
  page: number;
  pageSize: number;
};

/**
 * Plans that the reader may see, newest first: own ones in every state, others once in force and addressed to a unit of
 * the reader, or made to carry out a plan of the reader's. Of each plan the edition in force is shown, or the one being prepared where nothing is in force.
 */
export async function listPlans(db: Database, query: PlanQuery): Promise<PlanRow[]> {
  const { reached, drafting, text, state, standing, parentId, page, pageSize } = query;
  const { rows } = await sql<PlanRow>`${keptPlan}
    with seen as (
      select p.id, p.issuer_id, p.parent_id, p.issuer_id = any(${drafting}::int[]) as own, (p.issuer_id = any(${reached}::int[])
               or exists (select from plan above where above.id = p.parent_id and above.issuer_id = any(${drafting}::int[]))) as reached,
             coalesce(force.id, prep.id) as edition_id, prep.edition as preparing_edition, prep.state as preparing_state,
             force.id is not null and exists (
               select from plan_expression x join plan_expression_unit u on u.expression_id = x.id
                where x.edition_id = force.id and x.skipped is null and u.meant and u.unit_id = any(${reached}::int[])) as addressed
        from plan p
        left join plan_edition force on force.plan_id = p.id and force.state in ('issued', 'closed')
        left join plan_edition prep on prep.plan_id = p.id and prep.state in ('draft', 'ready') and p.issuer_id = any(${drafting}::int[])
       where (${parentId}::uuid is null or p.parent_id = ${parentId}::uuid)
    )
    select s.id, s.issuer_id as "issuerId", s.parent_id as "parentId",
           (select pe.title from plan_edition pe where pe.plan_id = s.parent_id order by pe.edition desc limit 1) as "parentTitle",
           e.id as "editionId", e.edition, e.state, e.title, e.number, e.issue_date as "issueDate", e.period_from as "periodFrom",
           e.period_to as "periodTo", s.preparing_edition as "preparingEdition", s.preparing_state as "preparingState", s.own, s.addressed,
           (select count(*)::int from plan_item i where i.edition_id = e.id and i.kind = 'target') as targets,
           (select count(*)::int from plan_item i where i.edition_id = e.id and i.kind = 'task') as tasks,
           (select count(*)::int from plan_item i where i.edition_id = e.id and i.kind = 'report') as reports,
           (select count(*)::int from plan_edge g where g.edition_id = e.id) as units,
           case when s.own then (select count(*)::int from plan_adjustment a where a.plan_id = s.id and a.state = 'open') else 0 end as "openAdjustments",
           count(*) over ()::int as total
      from seen s join plan_edition e on e.id = s.edition_id
     where (s.own or s.addressed or (s.reached and e.state in ('issued', 'closed')))
       and (${standing}::text = 'any' or (${standing}::text = 'own' and s.own) or (${standing}::text = 'addressed' and s.addressed and not s.own))
       and (${state}::text = 'any' or (${state}::text = 'preparing' and s.preparing_state is not null)
            or (${state}::text = 'in-force' and e.state = 'issued') or (${state}::text = 'closed' and e.state = 'closed'))
       and (${text}::text = '' or e.title_search like '%' || vi_fold(${text}::text) || '%')
     order by (e.state = 'closed'), coalesce(e.issued_at, e.created_at) desc, s.id
     limit ${pageSize}::int offset ${(page - 1) * pageSize}::int`.execute(db);
  return rows;
}

/** Child plans of a plan that are in force, with their answers to its clauses. */
export type ChildRow = {
  planId: string;
  editionId: string;
  unitId: number;
  title: string;
  number: string | null;
  issueDate: string | null;
  own: number;
  links: { parentItemId: string; decision: "pending" | "take-over" | "adapt" | "decline"; reason: string | null }[];
};

export async function childrenInForce(db: Database, parentId: string): Promise<ChildRow[]> {
  const { rows } = await sql<ChildRow>`
    select p.id as "planId", e.id as "editionId", p.issuer_id as "unitId", e.title, e.number, e.issue_date as "issueDate",
           (select count(*)::int from plan_item i where i.edition_id = e.id
              and not exists (select from plan_link l where l.edition_id = e.id and l.child_item_id = i.item_id)) as own,
           coalesce((select jsonb_agg(jsonb_build_object('parentItemId', l.parent_item_id, 'decision', l.decision, 'reason', l.reason))
                       from plan_link l where l.edition_id = e.id), '[]') as links
      from plan p join plan_edition e on e.plan_id = p.id and e.state in ('issued', 'closed')
     where p.parent_id = ${parentId}::uuid order by e.issued_at`.execute(db);
  return rows;
}

/** Child plans of a plan that these units have made, in whatever state. */
export async function childrenOf(db: Database, parentId: string, units: number[]): Promise<{ unitId: number; planId: string }[]> {
  const { rows } = await sql<{ unitId: number; planId: string }>`
    select issuer_id as "unitId", id as "planId" from plan
     where parent_id = ${parentId}::uuid and issuer_id = any(${units}::int[]) order by id`.execute(db);
  return rows;
}

/** A unit's child plan of a plan, in whatever state; a unit makes one. */
export async function childOf(db: Database, parentId: string, unitId: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from plan where parent_id = ${parentId}::uuid and issuer_id = ${unitId}::int limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The plan that a unit made from a document already. */
export async function planOfDocument(db: Database, documentId: string, issuerId: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plan_edition e join plan p on p.id = e.plan_id
     where e.document_id = ${documentId}::uuid and p.issuer_id = ${issuerId}::int limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

export type WaitingRow = { kind: "draft" | "ready" | "adjustment"; planId: string; title: string; since: Date; from: string | null };

/** Drafts to finish, editions to issue and requests to decide, for the units that a person acts for. Oldest first. */
export async function waitingFor(
  db: Database,
  units: number[],
  { drafts, issues }: { drafts: boolean; issues: boolean },
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select e.state as kind, p.id as "planId", e.title, e.created_at as since, null::text as "from"
      from plan p join plan_edition e on e.plan_id = p.id
     where p.issuer_id = any(${units}::int[])
       and ((e.state = 'draft' and ${drafts}::boolean) or (e.state = 'ready' and ${issues}::boolean))
    union all
    select 'adjustment', p.id, e.title, a.requested_at, a.requested_by_name
      from plan_adjustment a join plan p on p.id = a.plan_id join plan_edition e on e.plan_id = p.id and e.state = 'issued'
     where a.state = 'open' and p.issuer_id = any(${units}::int[])
     order by since limit 50`.execute(db);
  return rows;
}
