import { z } from "zod";
import { fold } from "../../../kernel/text.ts";
import { formatShortDate } from "../../../kernel/time/format.ts";
import { type Block, type Clause, Issuer, OfficialForm, type OfficialDraft, Signature } from "./official.ts";
import { originMark } from "./origin.ts";
import { closed, lowerFirst, upperFirst } from "./wording.ts";

const Words = z.string().trim().min(1);

/** The superior's plan, as it is cited. `date` 'YYYY-MM-DD'. */
export const ParentPlan = z.object({
  docType: Words,
  number: Words.nullable(),
  date: z.iso.date().nullable(),
  issuer: Words,
  subject: Words,
});
export type ParentPlan = z.infer<typeof ParentPlan>;

/**
 * A clause of the superior's plan that binds this unit, in the words it is to have in the child plan.
 * `clause`: its place in the superior's document ("III.1", empty when it has none), null for what the unit adds of its own; `dueText`: the deadline as printed there; `role` "partner": somebody else leads (`leads`).
 */
export const BindingClause = z.object({
  kind: z.enum(["target", "task", "report"]),
  clause: z.string().nullable(),
  text: Words,
  role: z.enum(["lead", "partner", "report"]),
  leads: z.array(Words).default([]),
  partners: z.array(Words).default([]),
  dueText: z.string().trim().default(""),
  /** Of reports: who receives them, and through which office. */
  receiver: z.string().trim().default(""),
  via: z.string().trim().nullable().default(null),
});
export type BindingClause = z.infer<typeof BindingClause>;

export const ChildPlan = z.object({
  form: OfficialForm,
  issuer: Issuer.extend({ called: Words }),
  /** "xã Bình Lâm": where the plan is carried out; null for a body without an area of its own. */
  area: Words.nullable(),
  /** Of the number's symbol: "MTTQ-BTT", "UBND", "ĐU". */
  symbol: Words,
  place: Words,
  year: z.number().int(),
  parent: ParentPlan,
  clauses: z.array(BindingClause).min(1),
  recipients: z.array(Words).default([]),
  archive: Words,
  signature: Signature,
});
export type ChildPlan = z.infer<typeof ChildPlan>;

/**
 * A first draft of a unit's own plan under its superior's: every clause that binds the unit, word for word, with the
 * mark of where it comes from; number, day and month stay open. Nothing is added that the superior did not ask for
 * except the formulas every plan has. Throws a ZodError on malformed data.
 */
export function childPlanDraft(data: z.input<typeof ChildPlan>): OfficialDraft {
  const plan = ChildPlan.parse(data);
  const { form, issuer, parent, place, year } = plan;
  const cited = `${citation(parent)} về ${about(parent.subject)}`;
  const opening = `${issuer.called} ${form === "state" ? "ban hành" : "xây dựng"} Kế hoạch thực hiện như sau:`;
  return {
    form,
    issuer,
    number: { value: null, type: "KH", issuer: plan.symbol },
    place,
    date: { year, month: null, day: null },
    type: "Kế hoạch",
    subject: `Thực hiện ${cited}`,
    // The State cites its grounds line by line, Party and Front in the opening sentence.
    bases: form === "state" ? [`Căn cứ ${cited}`] : [],
    body: [prose(form === "state" ? opening : `Thực hiện ${cited}, ${opening}`), ...body(plan)],
    recipients: [`${parent.issuer} (để báo cáo)`, ...plan.recipients],
    archive: plan.archive,
    signature: plan.signature,
  };
}

function body(plan: ChildPlan): Block[] {
  const { parent, issuer, clauses } = plan;
  const ofKind = (kind: BindingClause["kind"]): Block[] =>
    clauses.filter((clause) => clause.kind === kind).flatMap((clause) => own(clause, parent));
  const where = plan.area === null ? "" : ` trên địa bàn ${plan.area}`;
  const short = shortName(parent);
  return [
    heading("Mục đích, yêu cầu"),
    item(`Triển khai thực hiện ${short}${where}; xác định rõ nội dung, thời hạn và trách nhiệm thực hiện.`),
    item(`Bám sát nội dung, chỉ tiêu, thời hạn của ${short}; phù hợp với điều kiện thực tế; kiểm tra, báo cáo theo quy định.`),
    ...chapter("Chỉ tiêu", ofKind("target")),
    ...chapter("Nhiệm vụ", ofKind("task")),
    ...chapter("Chế độ báo cáo", ofKind("report")),
    heading("Tổ chức thực hiện"),
    item(`${issuer.called} phân công người phụ trách từng nội dung, theo dõi, kiểm tra và tổng hợp kết quả thực hiện.`),
    item(`Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về ${issuer.called} để xem xét, giải quyết.`),
    prose(`Trên đây là Kế hoạch thực hiện ${short} của ${issuer.called}.`),
  ];
}

/** A heading without clauses is left out; numbers follow by themselves. */
function chapter(title: string, clauses: Block[]): Block[] {
  return clauses.length === 0 ? [] : [heading(title), ...clauses];
}

function own(clause: BindingClause, parent: ParentPlan): Block[] {
  const { text, role, leads, partners, receiver, via } = clause;
  const mark = clause.clause === null ? null : originMark({ clause: clause.clause, docType: parent.docType, number: parent.number });
  const details: string[] = [];
  const add = (label: string, value: string): void => {
    // What the sentence already says is not said twice.
    if (value !== "" && !fold(text).includes(fold(value))) details.push(`${label}: ${closed(value, ".")}`);
  };
  if (role === "partner") add("Chủ trì", leads.join(", "));
  add("Phối hợp", partners.join(", "));
  add("Nơi nhận báo cáo", via ? `${receiver} (qua ${via})` : receiver);
  add("Thời hạn", clause.dueText);
  return [item(upperFirst(closed(bare(text), ".")), mark), ...details.map(detail)];
}

/** Without the label and the Markdown that the superior's text may carry: the child plan numbers its own clauses. */
function bare(text: string): string {
  return text.replaceAll("**", "").replace(/^\s*(?:[-+•*–]\s*|(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)]\s+)/u, "");
}

/** "Kế hoạch số 10/KH-MTTQ-BTT ngày 02/01/2026 của …" */
function citation(parent: ParentPlan): string {
  const day = parent.date === null ? "" : ` ngày ${formatShortDate(parent.date)}`;
  return `${shortName(parent)}${day} của ${parent.issuer}`;
}

function shortName({ docType, number }: ParentPlan): string {
  return number === null ? docType : `${docType} số ${number}`;
}

function about(subject: string): string {
  return lowerFirst(closed(subject.replace(/^về(?: việc)?\s+/iu, ""), ""));
}

function heading(text: string): Clause {
  return { kind: "clause", level: 1, label: "", text, title: true, origin: null };
}

function item(text: string, origin: string | null = null): Clause {
  return { kind: "clause", level: 2, label: "", text, title: false, origin };
}

function detail(text: string): Clause {
  return { kind: "clause", level: 4, label: "", text, title: false, origin: null };
}

function prose(text: string): Block {
  return { kind: "prose", text };
}
