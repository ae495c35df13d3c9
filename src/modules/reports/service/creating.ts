import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { parsePeriod, type Period, type PeriodCalendar } from "../../../kernel/time/period.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, type UnitRef } from "../../units/index.ts";
import type { BlockContent, BlockDraft } from "../blocks.ts";
import { BlockContent as BlockSchema } from "../blocks.ts";
import { filled, filledBlock, headerFor, titleOf, typeName } from "../domain/header.ts";
import { builtIns } from "../domain/templates.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { FiguresFrom, Report, ReportHeader, ReportKind, Template } from "../shapes.ts";
import { blocksOf, saveBlocks } from "../store/blocks.ts";
import { insertReport, type NewReport } from "../store/reports.ts";
import { lockSeen, recordReportAct, writingUnits } from "./access.ts";
import { readReport, unitOf } from "./describing.ts";
import { codesOf } from "./given.ts";
import { periodWords } from "../wording/periods.ts";
import { blocksOfForm, outlineOf } from "./rounds.ts";
import { seeTemplate } from "./templates.ts";

export type Beginning = {
  unitId: number;
  kind: ReportKind;
  templateId?: string;
  roundId?: string;
  period?: { calendar: PeriodCalendar; code: string };
  figuresFrom?: FiguresFrom;
  subject?: string;
};

export type Outline = {
  subject: string;
  blocks: BlockContent[];
  period: Period | null;
  addressees: string[];
  receiver: UnitRef | null;
  figuresFrom: FiguresFrom;
};

/** Begins a document: from a round's form (what the superior asks for, or what this unit asked others for), from an outline, or empty. */
export function createReport(db: Database, actor: Actor, input: Beginning): Promise<Report> {
  return transaction(db, async (tx) => {
    const own = new Set<number>(await writingUnits(tx, actor));
    if (!own.has(input.unitId)) throw problem("not_found", say("noUnit"));
    authorise(mayDraft(actor, { owns: true }), "report:draft");
    const unit = await unitOf(tx, input.unitId);
    const outline = await outlineFor(tx, actor, unit, input);
    const { header, blocks } = await drafted(tx, unit, input.kind, outline, input.subject);
    const id = await begin(tx, actor, {
      unitId: unit.id,
      kind: input.kind,
      period: outline.period,
      roundId: input.roundId ?? null,
      receiverId: outline.receiver === null || outline.receiver.id === unit.id ? null : outline.receiver.id,
      figuresFrom: input.figuresFrom ?? outline.figuresFrom,
      header,
      corrects: null,
      blocks,
    });
    await recordReportAct(tx, actor, { act: "report:create", report: { id, unitId: unit.id }, after: { subject: header.subject } });
    return readReport(tx, actor, id);
  });
}

async function begin(
  tx: Transaction,
  actor: Actor,
  { blocks, ...report }: Omit<NewReport, "preparedBy" | "preparedByName"> & { blocks: BlockContent[] },
) {
  const id = await insertReport(tx, { ...report, preparedBy: actor.personId, preparedByName: actor.personName });
  await saveBlocks(
    tx,
    id,
    blocks.map((content, at) => ({ id: `b${at + 1}`, version: 1, content })),
  );
  return id;
}

async function outlineFor(db: Database, actor: Actor, unit: UnitRef, input: Beginning): Promise<Outline> {
  const template = input.templateId === undefined ? null : await seeTemplate(db, actor, input.templateId);
  if (input.roundId !== undefined) return outlineOfRound(db, unit, await outlineOf(db, actor, input.roundId), template);
  const period = input.period === undefined ? null : parsePeriod(input.period.calendar, input.period.code);
  if (input.period !== undefined && period === null)
    throw problem("invalid_input", say("noPeriod"), { fields: { period: say("noPeriod") } });
  const empty: BlockDraft[] = [{ kind: "narrative" }];
  return {
    subject: template?.subject ?? builtIns.find(({ kind }) => kind === input.kind)?.subject ?? "…",
    blocks: template?.blocks ?? empty.map((block) => BlockSchema.parse(block)),
    period,
    addressees: [],
    receiver: null,
    figuresFrom: "own",
  };
}

/** A round's form as the outline of what this unit reports: the total of those it asked, or its own figures where it is asked. */
export async function outlineOfRound(
  db: Database,
  unit: UnitRef,
  { round, content }: Pick<Awaited<ReturnType<typeof outlineOf>>, "round" | "content">,
  template: Pick<Template, "subject" | "blocks"> | null,
): Promise<Outline> {
  const { calendar, kind, code, from, to } = round;
  const period: Period = { calendar, kind, code, from, to };
  const owner = await unitOf(db, round.ownerId);
  const collects = owner.id === unit.id;
  const codes = await codesOf(
    db,
    content.sections.flatMap(({ rows }) => rows.map(({ indicatorId }) => indicatorId)),
  );
  const formed = blocksOfForm(content, (id) => codes.get(id) ?? `I${String(id).padStart(3, "0")}`);
  const title = round.title.replace(/^báo cáo\s+/iu, "").replace(/^./u, (first) => first.toLocaleUpperCase("vi"));
  return {
    // A form made from a letter is often called by its one period already.
    subject: template?.subject ?? (title.includes(periodWords(period)) ? title : `${title} {period}`),
    blocks: template?.blocks ?? framed(formed),
    period,
    addressees: collects ? [] : [round.receiverText || owner.name],
    receiver: owner,
    figuresFrom: collects ? "units" : "own",
  };
}

/** Header and blocks of a document that begins: the unit's letterhead, the outline's words filled in. */
export async function drafted(db: Database, unit: UnitRef, kind: ReportKind, outline: Outline, subject?: string) {
  const area = (await ancestorsOf(db, unitId(unit.id))).findLast((each) => isArea(each.kind));
  const { period, addressees } = outline;
  const place = isArea(unit.kind) ? unit.name : (area?.name ?? null);
  const draft = headerFor(unit, kind, { area: place, subject: "…", addressees });
  const header: ReportHeader = {
    ...draft,
    subject: (subject ?? filled(outline.subject, { period, called: draft.called, title: "" })) || "…",
  };
  const fillings = { period, called: header.called, title: titleOf(header) };
  return { header, blocks: outline.blocks.map((block) => filledBlock(block, fillings)) };
}

/** The superior's outline between the two sentences every report has. */
const framed = (blocks: BlockContent[]): BlockContent[] => [
  { kind: "sentence", text: "{called} báo cáo kết quả {period} như sau:", dash: false, dropped: false },
  ...blocks,
  { kind: "sentence", text: "Trên đây là {title} của {called}.", dash: false, dropped: false },
];

/** A correcting document or a replacement. It begins as what was signed, and what was signed stays as it is. */
export function correctReport(
  db: Database,
  actor: Actor,
  input: { id: string; kind: "correction" | "replacement"; reason: string },
): Promise<Report> {
  return transaction(db, async (tx) => {
    const { report, standing } = await lockSeen(tx, actor, input.id);
    authorise(mayDraft(actor, standing), "report:draft");
    if (report.state !== "numbered" && report.state !== "sent") throw problem("wrong_state", say("notCorrectable"));
    const cited = `${typeName(report.header.type)} số ${report.number}${report.symbol}`;
    const replaces = input.kind === "replacement";
    const subject = replaces ? `${report.header.subject} (thay thế ${cited})` : `Đính chính ${cited}`;
    const period = report.calendar === null || report.period === null ? null : parsePeriod(report.calendar, report.period);
    const header: ReportHeader = { ...report.header, subject, signature: { ...report.header.signature, name: null } };
    const why: BlockContent = {
      kind: "text",
      text: replaces ? `Văn bản này thay thế ${cited}. Lý do: ${input.reason}` : `Đính chính ${cited} như sau. Lý do: ${input.reason}`,
    };
    const blocks = replaces ? (await blocksOf(tx, report.id)).map(({ content }) => content) : [];
    const empty: BlockContent = { kind: "text", text: "" };
    const id = await begin(tx, actor, {
      unitId: report.unitId,
      kind: report.kind,
      period,
      roundId: report.roundId,
      receiverId: report.receiverId,
      figuresFrom: report.figuresFrom,
      header,
      corrects: { id: report.id, kind: input.kind, reason: input.reason },
      blocks: [why, ...(replaces ? blocks : [empty])],
    });
    await recordReportAct(tx, actor, {
      act: "report:correct",
      report: { id, unitId: report.unitId },
      after: { subject },
      note: input.reason,
    });
    return readReport(tx, actor, id);
  });
}
