import type { Text } from "../../../kernel/language.ts";
import type { Block, BlockContent } from "../blocks.ts";
import { say } from "../messages.ts";
import type { Figure, RenderedBlock, Segment } from "../shapes.ts";
import { changeCell, shareOf } from "../wording/comparing.ts";
import { bare } from "../wording/numbers.ts";
import { isProvisional, sentenceOf, valueIn, type Mode } from "../wording/sentence.ts";
import { refsIn } from "../wording/tokens.ts";
import { calledUnits, type Live } from "./live.ts";

/** Puts figures into blocks. Pure: the same blocks and figures give the same text, in a preview, a .docx and a frozen copy. */
export const renderBlocks = (blocks: readonly Block[], live: Live, mode: Mode): RenderedBlock[] =>
  blocks.map(({ id, content }) => ({ ...empty(id, content.kind), ...renderOne(content, live, mode), notes: notesOn(content, live, mode) }));

const empty = (id: string, kind: BlockContent["kind"]): RenderedBlock => ({
  id,
  kind,
  level: null,
  title: null,
  paragraphs: [],
  table: null,
  out: null,
  notes: [],
});

function renderOne(content: BlockContent, live: Live, mode: Mode): Partial<RenderedBlock> {
  switch (content.kind) {
    case "heading":
      return {
        level: content.level,
        paragraphs: [sentenceOf(content.text.replace(/\s*[:.]$/, ""), live.figures, live.than, mode).segments],
      };
    case "sentence": {
      const { segments, known, places } = clausesOf(content.text, live, mode);
      const out = content.dropped ? "dropped" : places > 0 && known === 0 ? "no-figure" : null;
      return { paragraphs: [content.dash ? [{ text: "- " }, ...segments] : segments], out };
    }
    case "text":
      return prose(content.text, live, mode);
    case "narrative": {
      const own = prose(content.text, live, mode).paragraphs ?? [];
      const kept = content.pieces.filter(({ state, text }) => state === "kept" && text.trim() !== "");
      const paragraphs = [...own, ...kept.map(({ text, unitName, named }) => [{ text: `- ${attributed(text, named ? unitName : null)}` }])];
      return { paragraphs, out: paragraphs.length === 0 ? "empty" : null };
    }
    case "table":
      return tableOf(content, live, mode);
    case "annex":
      return annexOf(content, live, mode);
  }
}

/**
 * A sentence of clauses ("xây mới …; sửa chữa …"): what nobody gave a figure for is left out of the official text, clause
 * by clause. A draft shows every place.
 */
function clausesOf(text: string, live: Live, mode: Mode): ReturnType<typeof sentenceOf> {
  const clauses = text.split(/;\s+/u).map((clause) => sentenceOf(clause, live.figures, live.than, mode));
  const kept = mode === "draft" ? clauses : clauses.filter(({ known, places }) => places === 0 || known > 0);
  const known = clauses.reduce((sum, clause) => sum + clause.known, 0);
  const places = clauses.reduce((sum, clause) => sum + clause.places, 0);
  if (kept.length === 0 || kept.length === clauses.length || clauses.length === 1)
    return { ...sentenceOf(text, live.figures, live.than, mode), known, places };
  const segments = kept.flatMap((clause, at): Segment[] => (at === 0 ? begun(clause.segments) : [{ text: "; " }, ...clause.segments]));
  return { segments: ended(segments), known, places };
}

/** The first clause left begins the sentence. */
const begun = ([first, ...rest]: Segment[]): Segment[] =>
  first ? [{ ...first, text: upperFirst(first.text.trimStart()) }, ...rest] : rest;

/** The last clause left ends it, also when it stood in the middle. */
function ended(segments: Segment[]): Segment[] {
  const last = segments.at(-1);
  return last && !/[.:]\s*$/u.test(last.text) ? [...segments, { text: "." }] : segments;
}

function prose(text: string, live: Live, mode: Mode): { paragraphs: Segment[][]; out: "empty" | null } {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const paragraphs = lines.map((line) => sentenceOf(line.replace(/^[-–•*]\s+/u, "- "), live.figures, live.than, mode).segments);
  return { paragraphs, out: paragraphs.length === 0 ? "empty" : null };
}

/** "Tặng 20 suất quà (xã Bình Lâm)." On one line: a piece is one item of a list. */
function attributed(text: string, unit: string | null): string {
  const line = text
    .trim()
    .replace(/^[-–•*+]\s+/u, "")
    .replace(/\s+/g, " ");
  const bareLine = line.replace(/[.;,\s]+$/u, "");
  return unit === null ? `${bareLine}.` : `${bareLine} (${unit}).`;
}

type FigureTable = Extract<BlockContent, { kind: "table" }>;

const cell = (text: string): Segment => ({ text });

/** A figure in a cell: without its unit, which stands in a column of its own. Empty where nobody gave one. */
function figureCell(figure: Figure | undefined, mode: Mode): Segment {
  const value = figure ? valueIn(figure, mode) : null;
  if (!figure || value === null) return { text: mode === "draft" ? "…" : "", ref: figure?.ref, state: "missing" };
  return {
    text: `${figure.said === null ? "" : `${figure.said} `}${bare(value, figure.unit)}`,
    ref: figure.ref,
    state: isProvisional(figure, mode) ? "provisional" : "approved",
  };
}

function tableOf({ title, rows, columns }: FigureTable, live: Live, mode: Mode): Partial<RenderedBlock> {
  const names = {
    value: live.period ?? "Kết quả",
    yearBefore: live.than.yearBefore ?? "",
    last: live.than.last ?? "",
    change: "Tăng, giảm",
    target: "Kế hoạch",
    share: "Tỷ lệ so với kế hoạch",
  };
  const shown = columns.filter((column) => names[column] !== "" && (column !== "change" || live.than.yearBefore !== null));
  const valueOf = (figure: Figure | undefined, column: FigureTable["columns"][number]): Segment => {
    if (column === "value" || !figure) return column === "value" ? figureCell(figure, mode) : cell("");
    const value = valueIn(figure, mode);
    const plainly = (other: string | null): Segment => cell(other === null ? "" : bare(other, figure.unit));
    if (column === "change") return cell(changeCell(value, figure.yearBefore));
    return column === "share" ? cell(shareOf(value, figure.target)) : plainly(figure[column]);
  };
  return {
    title: title || null,
    table: {
      columns: ["TT", "Chỉ tiêu", "Đơn vị tính", ...shown.map((column) => upperFirst(names[column]))],
      rows: rows.map(({ ref, label }, at) => {
        const figure = live.figures.get(ref);
        return [
          cell(String(at + 1)),
          cell(label || (figure?.title ?? ref)),
          cell(figure?.unit ?? ""),
          ...shown.map((column) => valueOf(figure, column)),
        ];
      }),
    },
    out: rows.length === 0 ? "empty" : null,
  };
}

type AnnexBlock = Extract<BlockContent, { kind: "annex" }>;

function annexOf({ title, columns }: AnnexBlock, live: Live, mode: Mode): Partial<RenderedBlock> {
  const heads = columns.map(({ ref, label }) => {
    const figure = live.figures.get(ref);
    return `${label || (figure?.title ?? ref)}${figure?.unit ? ` (${figure.unit})` : ""}`;
  });
  const names = calledUnits(live.units.map(({ unit }) => unit));
  const rows = live.units.map(({ values }, at): Segment[] => [
    cell(String(at + 1)),
    cell(upperFirst(names[at] ?? "")),
    ...columns.map(({ ref }): Segment => {
      const own = values.get(ref);
      const unit = live.figures.get(ref)?.unit ?? "";
      const value = (mode === "official" ? own?.approved : (own?.provisional ?? own?.approved)) ?? null;
      if (value === null) return { text: mode === "draft" ? "…" : "", ref, state: "missing" };
      return { text: bare(value, unit), ref, state: mode === "draft" && value !== own?.approved ? "provisional" : "approved" };
    }),
  ]);
  const total = [cell(""), cell("Tổng cộng"), ...columns.map(({ ref }) => figureCell(live.figures.get(ref), mode))];
  return { title, table: { columns: ["TT", "Đơn vị", ...heads], rows: [...rows, total] }, out: rows.length === 0 ? "empty" : null };
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** Figures a block asks for. */
export function refsOf(content: BlockContent): string[] {
  switch (content.kind) {
    case "heading":
    case "sentence":
    case "text":
    case "narrative":
      return refsIn(content.text);
    case "table":
      return content.rows.map(({ ref }) => ref);
    case "annex":
      return content.columns.map(({ ref }) => ref);
  }
}

/** What the editor should know of a block's figures and nobody else. */
function notesOn(content: BlockContent, live: Live, mode: Mode): Text[] {
  const notes: Text[] = [];
  for (const ref of new Set(refsOf(content))) {
    const figure = live.figures.get(ref);
    if (!figure) notes.push(say("unknownFigure", { ref }));
    else if (figure.refused !== null)
      notes.push({ vi: `${figure.title}: ${figure.refused.vi}`, en: `${figure.title}: ${figure.refused.en}` });
    else if (content.kind !== "annex" && figure.asked !== null && figure.given !== null && figure.given < figure.asked)
      notes.push(say("givenBy", { title: figure.title, given: figure.given, asked: figure.asked }));
    if (figure?.yearBefore && figure.given !== null && figure.yearBeforeGiven !== null && figure.yearBeforeGiven < figure.given)
      notes.push(say("fewerThen", { title: figure.title, before: figure.yearBeforeGiven, now: figure.given }));
    if (figure?.said && content.kind !== "annex") notes.push(say("inexact", { title: figure.title, said: figure.said }));
    if (figure && isProvisional(figure, mode) && content.kind !== "annex") notes.push(say("notApproved", { title: figure.title }));
  }
  return notes;
}
