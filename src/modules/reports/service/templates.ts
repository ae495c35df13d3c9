import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import type { PeriodKind } from "../../../kernel/time/period.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { letterheadOf } from "../../documents/dispatch/letterhead.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import type { BlockContent } from "../blocks.ts";
import { builtIns, type BuiltIn } from "../domain/templates.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { Template, TemplateSummary } from "../shapes.ts";
import { blocksOf, deleteTemplate, findTemplate, insertTemplate, templatesOf, updateTemplate, type TemplateRow } from "../store/blocks.ts";
import { mustBeCurrent, seeReport, writingUnits } from "./access.ts";
import { unitOf } from "./describing.ts";

export const summaryOfTemplate = ({ id, title, kind, form, periods }: BuiltIn | TemplateRow, owner: UnitRef | null): TemplateSummary => ({
  id,
  title,
  kind,
  form,
  periods: periods as PeriodKind[],
  owner,
});

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** A built-in outline, or one of the actor's own units; anything else is not found. */
export async function seeTemplate(db: Database, actor: Actor, id: string): Promise<Template> {
  const builtIn = builtIns.find((template) => template.id === id);
  if (builtIn)
    return { ...summaryOfTemplate(builtIn, null), version: 1, subject: builtIn.subject, blocks: builtIn.blocks, editable: false };
  const row = isUuid(id) ? await findTemplate(db, id) : undefined;
  const own = new Set<number>(await writingUnits(db, actor));
  if (!row || !own.has(row.unitId)) throw problem("not_found", say("noTemplate"));
  const unit = await unitOf(db, row.unitId);
  const editable = mayDraft(actor, { owns: true });
  return { ...summaryOfTemplate(row, unit), version: row.version, subject: row.subject, blocks: row.blocks, editable };
}

export async function readTemplates(db: Database, actor: Actor, { unitId: asked }: { unitId?: number }): Promise<TemplateSummary[]> {
  const own = await writingUnits(db, actor);
  const mine = asked === undefined ? own : own.filter((id) => id === asked);
  const units = await unitsByIds(db, mine);
  const forms = new Set([...units.values()].map((unit) => letterheadOf(unit).form));
  const rows = await templatesOf(db, mine);
  return [
    ...rows.map((row) => summaryOfTemplate(row, units.get(unitId(row.unitId)) ?? null)),
    ...builtIns.filter(({ form }) => form === null || forms.has(form)).map((template) => summaryOfTemplate(template, null)),
  ];
}

type NewTemplate = { unitId: number; fromTemplate?: string; fromReport?: string; title: string };

/** A copy for the unit to make its own. Of a report the outline is taken and nothing that was written for one period. */
export function createTemplate(db: Database, actor: Actor, input: NewTemplate): Promise<Template> {
  return transaction(db, async (tx) => {
    const own = new Set<number>(await writingUnits(tx, actor));
    if (!own.has(input.unitId)) throw problem("not_found", say("noUnit"));
    authorise(mayDraft(actor, { owns: true }), "report:draft");
    const source = input.fromReport === undefined ? await fromTemplate(tx, actor, input) : await fromReport(tx, actor, input.fromReport);
    const id = await insertTemplate(tx, { ...source, unitId: input.unitId, title: input.title });
    await recordAct(tx, actor, { act: "report:template", thing: { kind: "report-template", id }, unitId: unitId(input.unitId) });
    return seeTemplate(tx, actor, id);
  });
}

type Source = Pick<TemplateRow, "kind" | "form" | "periods" | "subject" | "blocks">;

async function fromTemplate(db: Database, actor: Actor, { unitId: unit, fromTemplate: from }: NewTemplate): Promise<Source> {
  if (from !== undefined) {
    const { kind, form, periods, subject, blocks } = await seeTemplate(db, actor, from);
    return { kind, form, periods, subject, blocks };
  }
  const { form } = letterheadOf(await unitOf(db, unit));
  return { kind: "report", form, periods: [], subject: "Kết quả công tác {period}", blocks: [] };
}

async function fromReport(db: Database, actor: Actor, id: string): Promise<Source> {
  const { report } = await seeReport(db, actor, id);
  const blocks = (await blocksOf(db, id)).map(({ content }) => emptied(content));
  return { kind: report.kind, form: report.header.form, periods: [], subject: report.header.subject, blocks };
}

function emptied(content: BlockContent): BlockContent {
  return content.kind === "narrative" ? { ...content, text: "", pieces: [] } : content;
}

type Edit = { id: string; version: number; title: string; subject: string; periods: PeriodKind[]; blocks: BlockContent[] };

export function editTemplate(db: Database, actor: Actor, input: Edit): Promise<Template> {
  return transaction(db, async (tx) => {
    const template = await seeTemplate(tx, actor, input.id);
    authorise(mayDraft(actor, { owns: template.owner !== null }), "report:draft");
    mustBeCurrent(await updateTemplate(tx, input.id, input.version, input), { version: template.version });
    const thing = { kind: "report-template", id: input.id };
    await recordAct(tx, actor, { act: "report:edit-template", thing, unitId: template.owner?.id });
    return seeTemplate(tx, actor, input.id);
  });
}

export function removeTemplate(db: Database, actor: Actor, input: { id: string; version: number }): Promise<Record<string, never>> {
  return transaction(db, async (tx) => {
    const template = await seeTemplate(tx, actor, input.id);
    authorise(mayDraft(actor, { owns: template.owner !== null }), "report:draft");
    mustBeCurrent(await deleteTemplate(tx, input.id, input.version), { version: template.version });
    const thing = { kind: "report-template", id: input.id };
    await recordAct(tx, actor, { act: "report:remove-template", thing, unitId: template.owner?.id });
    return {};
  });
}
