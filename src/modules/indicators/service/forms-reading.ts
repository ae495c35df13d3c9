import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isArea, type UnitRef } from "../../units/contract.ts";
import { getUnit, idsWithin, unitsByIds } from "../../units/index.ts";
import { deskUnits } from "../../work/index.ts";
import type { Form, FormSettings, FormSummary, FormUnit } from "../contract/forms.ts";
import { mayDefine, maySeeForm, type FormStanding } from "../domain/forms-policy.ts";
import { estimatedMinutes, sizeOf } from "../domain/forms.ts";
import { dueText } from "../domain/rounds-wording.ts";
import { say } from "../messages/forms.ts";
import { findForm, findVersion, periodsOf, type FormRow, type VersionRow } from "../store/forms.ts";
import { listForms, type ListedForm } from "../store/forms-listing.ts";
import { formUnits } from "../store/forms-units.ts";
import { alreadyGiven } from "./forms-sharing.ts";

const pageSize = 50;

/** Units in whose name a person asks: those of the post's body and its boards; of an area the area alone. */
export async function owningUnits(db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> {
  const unit = await getUnit(db, actor.unitId);
  return isArea(unit.kind) ? [actor.unitId] : reachedUnits(db, actor);
}

/** Everything below the post in the tree of areas. */
export const reachedUnits = (db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> => idsWithin(db, actor.unitId);

/** All three circles of a person, for lists. */
export async function circlesOf(db: Database, actor: Pick<Actor, "unitId">) {
  const [owning, filling, reached] = await Promise.all([owningUnits(db, actor), deskUnits(db, actor), reachedUnits(db, actor)]);
  return { owning, filling, reached };
}

/** Where an actor stands to what one unit asks of others. */
export async function standingFor(
  db: Database,
  actor: Actor,
  owner: UnitId,
  asked: readonly UnitId[],
): Promise<FormStanding & { ours: UnitId[] }> {
  const { owning, filling, reached } = await circlesOf(db, actor);
  const [fills, reach] = [new Set(filling), new Set(reached)];
  const ours = asked.filter((id) => fills.has(id));
  return { owns: owning.includes(owner), fills: ours.length > 0, reached: reach.has(owner) || asked.some((id) => reach.has(id)), ours };
}

/** The form, when this person may see it; otherwise it does not exist for them. */
export async function seeForm(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ form: FormRow; standing: FormStanding & { ours: UnitId[] } }> {
  const form = await findForm(db, id);
  if (!form) throw problem("not_found", say("noForm"));
  const asked = (await formUnits(db, form.id)).filter(({ meant }) => meant).map(({ unitId }) => unitId);
  const standing = await standingFor(db, actor, form.ownerId, asked);
  if (!maySeeForm(actor, form.state, standing)) throw problem("not_found", say("noForm"));
  return { form, standing };
}

export async function getVersion(db: Database, { id }: Pick<FormRow, "id">, n: number): Promise<VersionRow> {
  const version = await findVersion(db, id, n);
  if (!version) throw problem("not_found", say("noEdition"));
  return version;
}

export const unitOr = (units: Map<UnitId, UnitRef>, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

function summaryOf(row: ListedForm, owner: UnitRef): FormSummary {
  const { calendar, kind, from, to, due, minutes, rows, narratives, total: _total, ownerId: _owner, ...rest } = row;
  return {
    ...rest,
    owner,
    periods: { calendar, kind, from, to },
    dueText: dueText(due),
    minutes: minutes ?? estimatedMinutes({ rows, narratives }),
    estimated: minutes === null,
    rows,
  };
}

type Wanted = {
  standing: "own" | "asked" | "any";
  state: FormSummary["state"] | "any";
  text: string;
  planId?: string;
  documentId?: string;
  page: number;
};

export async function readForms(db: Database, actor: Actor, { page, ...wanted }: Wanted) {
  const rows = await listForms(db, { ...(await circlesOf(db, actor)), ...wanted, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  return { items: rows.map((row) => summaryOf(row, unitOr(units, row.ownerId))), total: rows[0]?.total ?? 0, pageSize };
}

export const settingsOf = ({ formId: _id, n: _n, publishedAt: _at, ...settings }: VersionRow): FormSettings => settings;

/** What the owner may do with a form now. */
function possible(actor: Actor, form: FormRow, owns: boolean): Form["can"] {
  if (!mayDefine(actor, { owns })) return [];
  if (form.state === "closed") return [];
  const drafts: Form["can"] = form.preparing === null ? ["newVersion"] : ["edit", "publish", "discard"];
  return form.state === "open" ? [...drafts, "close", "openRound"] : drafts;
}

/**
 * The form in one of its versions: the one asked for, else the published one, else the draft. What is being prepared is read
 * by its owner alone.
 */
export async function readForm(db: Database, actor: Actor, id: string, edition?: number): Promise<Form> {
  const { form, standing } = await seeForm(db, actor, id);
  const n = edition ?? form.published ?? form.preparing;
  if (n === null || (n === form.preparing && !standing.owns)) throw problem("not_found", say("noEdition"));
  const [version, [listed], owner] = await Promise.all([
    getVersion(db, form, n),
    listForms(db, { ...(await circlesOf(db, actor)), standing: "any", state: "any", text: "", id, offset: 0, limit: 1 }),
    getUnit(db, form.ownerId),
  ]);
  if (!listed) throw problem("not_found", say("noForm"));
  const size = sizeOf(version.content);
  const units = (await formUnits(db, form.id)).filter(({ meant }) => meant).map(({ unitId }) => unitId);
  return {
    ...summaryOf(listed, owner),
    title: version.title,
    basis: version.basis,
    dueText: dueText(version.due),
    minutes: version.minutes ?? estimatedMinutes(size),
    estimated: version.minutes === null,
    rows: size.rows,
    settings: settingsOf(version),
    edition: n,
    planId: form.planId,
    documentId: form.documentId,
    alreadyGiven: await alreadyGiven(db, {
      formId: form.id,
      periods: periodsOf(form),
      content: version.content,
      units: standing.owns ? units : standing.ours,
    }),
    createdAt: form.createdAt.toISOString(),
    can: possible(actor, form, standing.owns),
  };
}

/** Whom the form asks. A unit that is asked reads that it is; the list of the others is its owner's. */
export async function readFormUnits(db: Database, actor: Actor, id: string): Promise<{ items: FormUnit[] }> {
  const { form, standing } = await seeForm(db, actor, id);
  const rows = await formUnits(db, form.id);
  const [reach, units] = [
    new Set(await reachedUnits(db, actor)),
    await unitsByIds(
      db,
      rows.map(({ unitId }) => unitId),
    ),
  ];
  const shown = rows.filter(({ unitId }) => standing.owns || reach.has(unitId));
  return { items: shown.map(({ unitId, ...row }) => ({ unit: unitOr(units, unitId), ...row })) };
}
