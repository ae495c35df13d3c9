import type { z } from "zod";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { nfc } from "../../../kernel/text.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { readOpenFile } from "../../documents/index.ts";
import type { Form, FormContentInput } from "../contract/forms.ts";
import type { IntakeDecision, IntakeNewIndicator, IntakeProposal, IntakeRow } from "../contract/intake.ts";
import { readIntake } from "../domain/intake.ts";
import { sure } from "../domain/matching.ts";
import type { OutlineText } from "../domain/outline-shapes.ts";
import { tablesOfText } from "../domain/outline-tables.ts";
import { readOutline } from "../domain/outline.ts";
import { say } from "../messages/intake.ts";
import { createIndicator } from "./dictionary-editing.ts";
import { createForm } from "./forms-editing.ts";
import { indicatorMatcher, type AskedWords, type IndicatorMatch } from "./intake-matching.ts";

type Given = { file?: File | undefined; text?: string | undefined };

/**
 * Reads a letter or an outline into the proposal of a form. Pasted text goes the way of a file: read in a worker, refused
 * when it bears a secrecy mark. Nothing of it is kept.
 */
export async function readOutlineFile(db: Database, actor: Actor, clock: () => Date, { file, text }: Given): Promise<IntakeProposal> {
  authorise(may(actor, "indicator:define"), "indicator:define");
  const named = await bytesOf({ file, text });
  const extracted = await readOpenFile(db, actor, named);
  const written = extracted.lines.map(nfc);
  const tables = extracted.kind === "docx" ? extracted.tables.filter(({ role }) => role === "data").map(withCells) : tablesOfText(written);
  const source: OutlineText = { lines: written, tables };
  const letter = readIntake(source, vietnamDate(clock()));
  const match = await indicatorMatcher(db, [actor.unitId]);
  return {
    fileName: file ? named.name : null,
    lines: written,
    notes: extracted.notes.map((note) => note.text),
    ...letter,
    sections: sectionsOf(source, match),
  };
}

async function bytesOf({ file, text }: Given): Promise<{ name: string; bytes: Uint8Array }> {
  if (file) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  if (text === undefined || text.trim() === "")
    throw problem("invalid_input", say("nothingGiven"), { fields: { text: say("nothingGiven").vi } });
  return { name: "de-cuong.txt", bytes: new TextEncoder().encode(text) };
}

const withCells = ({
  line,
  lineCount,
  rows,
}: {
  line: number;
  lineCount: number;
  rows: { cells: { column: number; line: number; text: string }[] }[];
}) => ({
  line,
  lineCount,
  rows: rows.map(({ cells }) => cells.map((cell) => ({ column: cell.column, line: cell.line, text: nfc(cell.text) }))),
});

function sectionsOf(source: OutlineText, match: (asked: AskedWords) => IndicatorMatch[]): IntakeProposal["sections"] {
  const taken = new Map<string, string>();
  return readOutline(source).map((section, at) => ({
    id: `s${at + 1}`,
    number: section.number,
    heading: section.heading,
    line: section.line,
    narrative: section.narrative,
    guidance: section.guidance,
    rows: section.rows.map((row, place): IntakeRow => {
      const id = `s${at + 1}-r${place + 1}`;
      const candidates = match({ ...row, context: `${section.context} · ${section.heading}` });
      const [best] = candidates;
      const matched = best !== undefined && best.score >= sure;
      const cell = matched ? `${best.indicatorId}:${best.member}` : `${row.label}|${row.unit}`;
      const repeats = taken.get(cell) ?? null;
      if (repeats === null) taken.set(cell, id);
      const { label, unit, valueKind, span, quote, confidence } = row;
      return {
        id,
        label,
        unit,
        valueKind,
        line: span.line,
        start: span.start,
        end: span.end,
        quote,
        confidence,
        candidates,
        matched,
        repeats,
      };
    }),
  }));
}

type Decided = z.output<typeof IntakeDecision>;
type Created = { indicatorId: number; code: string; name: string };

/** Makes the draft with the editor's decisions: first what is new in the dictionary, then the form, in one transaction. */
export function createFormFromProposal(
  db: Database,
  actor: Actor,
  clock: () => Date,
  { sections, ...settings }: Decided,
): Promise<{ form: Form; created: Created[] }> {
  return transaction(db, async (tx) => {
    const ownerId = settings.ownerId ?? actor.unitId;
    const created: Created[] = [];
    const content: FormContentInput = { sections: [] };
    for (const [at, section] of sections.entries()) {
      const rows: NonNullable<FormContentInput["sections"][number]["rows"]> = [];
      for (const row of section.rows) {
        const { indicatorId, member, unit } = await cellOf(tx, actor, ownerId, row, created);
        rows.push({ indicatorId: indicatorId as never, member, label: row.label, unit: unit ?? row.unit, compulsory: row.compulsory });
      }
      const { number, heading, narrative, guidance, fills } = section;
      content.sections.push({ id: `s${at + 1}`, number, heading, narrative, guidance: guidance === "" ? null : guidance, fills, rows });
    }
    const form = await createForm(tx, actor, { ...settings, ownerId, content, origin: "outline" }, clock());
    return { form, created };
  });
}

type Row = Decided["sections"][number]["rows"][number];

/** The row's cell. Two rows that ask for the same new thing share one indicator. */
async function cellOf(tx: Transaction, actor: Actor, ownerId: UnitId, { indicator }: Row, created: Created[]) {
  if ("indicatorId" in indicator) return { indicatorId: indicator.indicatorId, member: indicator.member, unit: null };
  const { name, unit, valueKind } = indicator.create;
  const before = created.find((each) => each.name === name);
  if (before) return { indicatorId: before.indicatorId, member: "", unit: null };
  const made = await createIndicator(tx, actor, [], { name, unit: baseUnit(unit, valueKind), valueKind, ownerId });
  created.push({ indicatorId: made.id, code: made.code, name: made.name });
  return { indicatorId: made.id, member: "", unit: made.unit };
}

/** Money is kept in whole đồng, whatever the outline writes; what is counted without a unit is counted in times. */
function baseUnit(unit: string, kind: IntakeNewIndicator["valueKind"]): string {
  if (kind === "money") return "đồng";
  if (kind === "ratio") return "%";
  return unit === "" ? "lần" : unit;
}
