import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { idsWithin, lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { Template, TemplateInput } from "../contract.ts";
import { daysOf, rhythmText } from "../domain/rhythm.ts";
import { say } from "../messages.ts";
import { mayRecord } from "../policy.ts";
import { allKinds } from "../store/kinds.ts";
import {
  findTemplate,
  insertTemplate,
  planDays,
  removeAhead,
  runningTemplates,
  templatesOf,
  updateTemplate,
  type TemplateFacts,
  type TemplateRow,
} from "../store/templates.ts";
import { unitIn } from "./view.ts";

/** How far ahead planned entries are made. */
export const daysAhead = 62;

type Services = { db: Database; clock: () => Date };
type Which = { id: string; version: number };

async function shown(db: Database, rows: readonly TemplateRow[]): Promise<Template[]> {
  const [kinds, units] = await Promise.all([
    allKinds(db),
    unitsByIds(db, [...new Set(rows.flatMap(({ lead_id, partners }) => [lead_id, ...partners]))]),
  ]);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    kindName: kinds.find(({ code }) => code === row.kind)?.name ?? { vi: row.kind, en: row.kind },
    name: row.name,
    place: row.place,
    startTime: row.start_time,
    lead: unitIn(units, row.lead_id),
    partners: row.partners.map((id) => unitIn(units, id)),
    rhythm: row.rhythm,
    rhythmText: rhythmText(row.rhythm),
    from: row.from_date,
    until: row.until_date,
    active: row.active,
    next: row.next,
  }));
}

export async function listTemplates(db: Database, actor: Actor): Promise<{ items: Template[] }> {
  const units = await idsWithin(db, actor.unitId);
  return { items: await shown(db, await templatesOf(db, units)) };
}

async function authoriseFor(db: Database, actor: Actor, unit: UnitId): Promise<void> {
  const lead = unit === actor.unitId || (await reaches(db, actor.unitId, unit));
  authorise(mayRecord(actor, { lead, line: lead || (await lineReaches(db, actor.unitId, unit)) }), "activity:record");
}

async function factsFor(db: Database, actor: Actor, input: TemplateInput): Promise<TemplateFacts> {
  const lead = input.leadId ?? actor.unitId;
  const [kinds, units] = await Promise.all([allKinds(db), unitsByIds(db, [lead, ...input.partners])]);
  const wrong = (field: string, text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { [field]: text.vi } });
  if (!kinds.some(({ code }) => code === input.kind)) throw wrong("kind", say("noKind"));
  if (!units.has(lead)) throw wrong("leadId", say("noUnit"));
  if (input.partners.some((id) => !units.has(id))) throw wrong("partners", say("noUnit"));
  if (input.until && input.until < input.from) throw wrong("until", say("untilBefore"));
  return {
    kind: input.kind,
    name: input.name,
    place: input.place || null,
    start_time: input.startTime ?? null,
    lead_id: lead,
    partners: [...new Set(input.partners)].filter((id) => id !== lead),
    rhythm: input.rhythm,
    from_date: input.from,
    until_date: input.until ?? null,
  };
}

async function planAhead(tx: Transaction, template: TemplateRow, today: CalendarDate, now: Date): Promise<number> {
  const from = template.from_date > today ? template.from_date : today;
  const limit = addDays(today, daysAhead);
  const to = template.until_date !== null && template.until_date < limit ? template.until_date : limit;
  return planDays(tx, template, daysOf(template.rhythm, from, to), now);
}

const told = ({ name: _name, place: _place, ...row }: TemplateFacts) => ({
  activityKind: row.kind,
  activityLead: row.lead_id,
  onDate: row.from_date,
});

async function getTemplate(tx: Transaction, actor: Actor, { id, version }: Which): Promise<TemplateRow> {
  const row = await findTemplate(tx, id, { lock: true });
  const near = row && (row.lead_id === actor.unitId || (await reaches(tx, actor.unitId, row.lead_id)));
  if (!row || !(near || (await lineReaches(tx, actor.unitId, row.lead_id)))) throw problem("not_found", say("noTemplate"));
  await authoriseFor(tx, actor, row.lead_id);
  if (row.version !== version) throw problem("conflict", say("templateChanged"), { current: (await shown(tx, [row]))[0] });
  if (!row.active) throw problem("wrong_state", say("templateEnded"));
  return row;
}

async function read(tx: Transaction, id: string): Promise<Template> {
  const row = await findTemplate(tx, id);
  const [template] = row ? await shown(tx, [row]) : [];
  if (!template) throw problem("not_found", say("noTemplate"));
  return template;
}

export async function createTemplate({ db, clock }: Services, actor: Actor, input: TemplateInput): Promise<Template> {
  const now = clock();
  return transaction(db, async (tx) => {
    const facts = await factsFor(tx, actor, input);
    await authoriseFor(tx, actor, facts.lead_id);
    const id = await insertTemplate(tx, facts, { person: actor.personId, unit: actor.unitId }, now);
    const row = await findTemplate(tx, id);
    if (row) await planAhead(tx, row, vietnamDate(now), now);
    await recordAct(tx, actor, {
      act: "activity:template",
      thing: { kind: "activity-template", id },
      unitId: facts.lead_id,
      after: told(facts),
    });
    return read(tx, id);
  });
}

export async function editTemplate(
  { db, clock }: Services,
  actor: Actor,
  { id, version, ...input }: Which & TemplateInput,
): Promise<Template> {
  const now = clock();
  const today = vietnamDate(now);
  return transaction(db, async (tx) => {
    const before = await getTemplate(tx, actor, { id, version });
    const facts = await factsFor(tx, actor, { leadId: before.lead_id, ...input });
    await authoriseFor(tx, actor, facts.lead_id);
    await updateTemplate(tx, id, facts);
    await removeAhead(tx, id, today);
    const row = await findTemplate(tx, id);
    if (row) await planAhead(tx, row, today, now);
    await recordAct(tx, actor, {
      act: "activity:template-edit",
      thing: { kind: "activity-template", id },
      unitId: facts.lead_id,
      before: told(before),
      after: told(facts),
    });
    return read(tx, id);
  });
}

export async function endTemplate({ db, clock }: Services, actor: Actor, which: Which): Promise<Template> {
  return transaction(db, async (tx) => {
    const row = await getTemplate(tx, actor, which);
    await updateTemplate(tx, row.id, { active: false });
    await removeAhead(tx, row.id, vietnamDate(clock()));
    await recordAct(tx, actor, { act: "activity:template-end", thing: { kind: "activity-template", id: row.id }, unitId: row.lead_id });
    return read(tx, row.id);
  });
}

/** Brings every running template's planned entries up to `daysAhead`; safe to run twice. Gives how many were made. */
export async function planAll({ db, clock }: Services): Promise<number> {
  const now = clock();
  const today = vietnamDate(now);
  let made = 0;
  for (const id of await runningTemplates(db, today)) {
    made += await transaction(db, async (tx) => {
      const row = await findTemplate(tx, id, { lock: true });
      return row?.active ? planAhead(tx, row, today, now) : 0;
    });
  }
  return made;
}
