import { actsFor, authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { nfc } from "../../../../kernel/text.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct, recordActs } from "../../../audit/index.ts";
import { plainFileName, refuseSecretFile } from "../../../documents/index.ts";
import { personNames, peopleAt } from "../../../identity/index.ts";
import { idsWithin, unitsByIds, type UnitRef } from "../../../units/index.ts";
import { say as sayAll } from "../../messages.ts";
import { mayRegister } from "../../policy.ts";
import { standingTo } from "../../service/registering.ts";
import { unitIn } from "../../service/view.ts";
import { findRound, isConcerned, type RoundRecord } from "../../store/rounds.ts";
import { columnsOf, headingKey, headingsOf } from "../domain/headings.ts";
import { outcomesOf, yearOfList } from "../domain/decisions.ts";
import { chosenKey, readRows, unitFinder, type Read } from "../domain/rows.ts";
import { say } from "../messages.ts";
import type { ImportColumn, ImportDone, ImportField, ImportInput, ImportPreview, ImportRun } from "../shapes.ts";
import {
  acceptImported,
  countReviewed,
  insertImport,
  insertImported,
  leadsOf,
  listImports,
  lockImport,
  mappingOf,
  rememberMapping,
  settleImport,
  unitsInLine,
  unitsOfRoundLine,
  withdrawImported,
  type ImportRecord,
  type Kept,
} from "../store/imports.ts";
import { compared, type Judged } from "./comparing.ts";
import { covers } from "./invitations.ts";
import { readSheet } from "./sheet.ts";

export type Importing = { db: Database; clock: () => Date };

const pageSize = 50;
/** Rows of each sort that a preview shows. */
const shownOfEach = 100;

/** Rows that look like others: each waits for somebody to decide. */
const similarShown = 400;

type Understood = {
  sheets: string[];
  sheet: string;
  headings: number;
  year: number | null;
  columns: ImportColumn[];
  rows: Judged[];
  round: RoundRecord | null;
  units: Map<UnitId, UnitRef>;
  own: UnitId[];
  reachable: Set<UnitId>;
  fileName: string;
};

/** Reads a list as far as it can be understood; nothing is written. */
async function understand(db: Database, actor: Actor, input: ImportInput): Promise<Understood> {
  const leadId = input.leadId ?? actor.unitId;
  authorise(mayRegister(actor, await standingTo(db, actor, leadId)), "exemplar:register");
  const fileName = plainFileName(nfc(input.file.name));
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  await refuseSecretFile(db, actor, { name: fileName, bytes });
  const round = await roundOf(db, actor, input.roundId);
  const book = await readSheet({ name: fileName, bytes }, input.sheet);
  const { at, rows: lines, headings } = headingsOf(book.rows);
  const body = book.rows.slice(at + lines);
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  const titles = Array.from({ length: width }, (_, place) => headings[place] ?? "");
  const meant = columnsOf(titles, { said: input.columns, remembered: await mappingOf(db, actor.unitId) });
  const [inLine, within, addressed] = await Promise.all([
    unitsInLine(db, actor.unitId),
    idsWithin(db, actor.unitId),
    round ? unitsOfRoundLine(db, round.id) : null,
  ]);
  const reachable = new Set([actor.unitId, leadId, ...inLine]);
  const units = await unitsByIds(db, [...reachable]);
  const lead = units.get(leadId);
  const read = readRows(body, {
    headings: titles,
    columns: meant.map(({ field }) => field),
    firstLine: at + lines + 1,
    unitNamed: unitFinder([...units.values()], { kind: lead?.kind ?? "", chosen: input.units ?? {} }),
  });
  const fits = (row: Read, unit: UnitId): Text | null => {
    if (row.wrong) return row.wrong;
    if (!reachable.has(unit)) return say("rowNoRight");
    if (addressed && !addressed.has(unit)) return say("rowRound");
    return round && !round.kinds.includes(row.kind) ? say("rowRoundKind") : null;
  };
  const placed = read.map((row) => ({ ...row, leadId: row.lead ?? leadId, wrong: fits(row, row.lead ?? leadId) }));
  const year = yearOfList([...book.rows.slice(0, at).flat(), book.sheet, fileName]);
  return {
    sheets: book.sheets,
    sheet: book.sheet,
    headings: at + 1,
    year,
    columns: titles.map((heading, place) => ({
      key: `c${place}`,
      heading,
      samples: [...new Set(body.flatMap((row) => (row[place] ? [row[place].slice(0, 80)] : [])))].slice(0, 3),
      ...(meant[place] ?? { field: null, by: null }),
    })),
    rows: await compared(db, placed, { units, reachable, year }),
    round,
    units,
    own: within,
    reachable,
    fileName,
  };
}

async function roundOf(db: Database, actor: Actor, id: string | undefined): Promise<RoundRecord | null> {
  if (!id) return null;
  const round = await findRound(db, id as ExemplarRoundId);
  const known = round && round.state !== "draft" && round.state !== "cancelled";
  const concerned =
    known &&
    (round.body_id === actor.unitId || (await covers(db, actor, round.body_id)) || (await isConcerned(db, round.id, actor.unitId)));
  if (!concerned) throw problem("invalid_input", sayAll("roundNotYours"), { fields: { roundId: sayAll("roundNotYours").vi } });
  return round;
}

export async function previewImport({ db }: Importing, actor: Actor, input: ImportInput): Promise<ImportPreview> {
  const { sheets, sheet, headings, year, columns, rows, units } = await understand(db, actor, input);
  const wrong = rows.filter((row) => row.wrong !== null);
  const similar = rows.filter((row) => row.wrong === null && row.similar.length > 0);
  const noted = rows.filter((row) => row.wrong === null && row.similar.length === 0 && row.notes.length > 0);
  const good = rows.filter((row) => row.wrong === null && row.similar.length === 0 && row.notes.length === 0);
  const unknown = Map.groupBy(
    rows.filter(({ unknownUnit }) => unknownUnit !== null),
    ({ unknownUnit }) => chosenKey(unknownUnit ?? ""),
  );
  const shown = [
    wrong.slice(0, shownOfEach),
    similar.slice(0, similarShown),
    noted.slice(0, shownOfEach),
    good.slice(0, shownOfEach),
  ].flat();
  const proposed = { new: 0, same: 0, year: 0 };
  for (const row of similar) proposed[row.proposed] += 1;
  return {
    sheets,
    sheet,
    headings,
    year,
    columns,
    counts: {
      rows: rows.length,
      good: rows.length - wrong.length - similar.length,
      wrong: wrong.length,
      similar: similar.length,
      noted: noted.length,
    },
    proposed,
    rows: shown.map(({ line, name, leadId, kind, field, wrong: why, notes, similar: like, proposed: as }) => ({
      line,
      name,
      lead: unitIn(units, leadId).name,
      kind,
      field,
      wrong: why,
      notes,
      similar: like.map(({ id, line: above, name: other, lead, year: of, reasons, score, words }) => ({
        id,
        line: above,
        name: other,
        lead,
        year: of,
        reasons,
        score,
        words,
      })),
      proposed: as,
    })),
    unknownUnits: [...unknown].slice(0, 200).map(([key, all]) => ({ key, name: all[0]?.unknownUnit ?? "", rows: all.length })),
  };
}

type Taken = { made: (Judged & { sameAs: ExemplarId | null; sameLine: number | null })[]; kept: Kept[] };

/** Rows that become models, and rows that stay a note with another: only with one that the importer looks after. */
async function taken(
  db: Database,
  rows: readonly Judged[],
  reachable: ReadonlySet<UnitId>,
  chosen: Pick<ImportRun, "similar" | "decisions">,
): Promise<Taken> {
  const good = rows.filter(({ wrong }) => wrong === null);
  const outcomes = outcomesOf(good, chosen);
  const named = [...outcomes.values()].flatMap(({ of }) => (typeof of === "string" ? [of as ExemplarId] : []));
  const leads = await leadsOf(db, [...new Set(named)]);
  const result: Taken = { made: [], kept: [] };
  for (const row of good) {
    const { as, of } = outcomes.get(row.line) ?? { as: "model", of: null };
    const other = { sameAs: typeof of === "string" ? (of as ExemplarId) : null, sameLine: typeof of === "number" ? of : null };
    const lead = other.sameAs === null ? row.leadId : leads.get(other.sameAs);
    if (as === "note" && lead !== undefined && reachable.has(lead)) result.kept.push({ ...other, line: row.line, whole: row.whole });
    else result.made.push({ ...row, ...other });
  }
  return result;
}

/** Takes a list in as one whole, which is accepted or taken back as one whole. No cell of a row that could be read is lost. */
export async function runImport(
  { db, clock }: Importing,
  actor: Actor,
  { as, similar, decisions, ...input }: ImportRun,
): Promise<ImportDone & { left: number; kept: number }> {
  const { rows, columns, round, own, reachable, fileName } = await understand(db, actor, input);
  if (!columns.some(({ field }) => field === "name"))
    throw problem("invalid_input", say("noName"), { fields: { columns: say("noName").vi } });
  const { made: models, kept } = await taken(db, rows, reachable, { similar, decisions });
  if (models.length + kept.length === 0) throw problem("invalid_input", say("noneLeft"));
  const now = clock();
  const day = vietnamDate(now);
  return transaction(db, async (tx) => {
    const importId = await insertImport(
      tx,
      { unitId: actor.unitId, roundId: round?.id ?? null, fileName, rows: rows.length, made: models.length, createdBy: actor.personId },
      now,
    );
    const { made, noted } = await insertImported(
      tx,
      { models, kept },
      {
        importId,
        roundId: round?.id ?? null,
        state: as,
        typedBy: actor.personId,
        typedAt: actor.unitId,
        own,
        day,
        note: (line) => say("importedFrom", { file: fileName, line }).vi,
        noteKept: (line) => say("importedKept", { file: fileName, line }).vi,
      },
      now,
    );
    await rememberMapping(tx, actor.unitId, remembered(columns), now);
    await recordAct(tx, actor, {
      act: "exemplar:import",
      thing: { kind: "unit", id: String(actor.unitId) },
      unitId: actor.unitId,
      after: { imported: made.length },
    });
    await recordActs(
      tx,
      actor,
      made.map(({ id, leadId }) => ({
        act: "exemplar:imported",
        thing: { kind: "exemplar", id },
        unitId: leadId,
        after: { exemplarState: as, exemplarLead: leadId },
      })),
    );
    await recordActs(
      tx,
      actor,
      [...Map.groupBy(noted, ({ id }) => id)].map(([id, [first]]) => ({
        act: "exemplar:import-kept",
        thing: { kind: "exemplar", id },
        unitId: first?.leadId ?? actor.unitId,
      })),
    );
    return { ...(await importShown(tx, actor, importId)), left: rows.length - models.length - kept.length, kept: kept.length };
  });
}

const remembered = (columns: readonly ImportColumn[]): Record<string, ImportField | ""> =>
  Object.fromEntries(columns.flatMap(({ heading, field }) => (headingKey(heading) === "" ? [] : [[headingKey(heading), field ?? ""]])));

// ── a list that was taken in ────────────────────────────────────────────────────────────────────────────────────────

async function canDo(db: Database, actor: Actor, record: ImportRecord): Promise<ImportDone["can"]> {
  if (record.state !== "made") return [];
  const can: ImportDone["can"] = [];
  if (may(actor, "exemplar:accept") && (await countReviewed(db, record.id, actor.unitId)) > 0 && (await maySettle(db, actor, record)))
    can.push("accept");
  if (mayRegister(actor, await standingTo(db, actor, record.unit_id))) can.push("undo");
  return can;
}

/** As with a single registration: not by the one who typed it, unless nobody else works there. */
const maySettle = async (db: Database, actor: Actor, record: ImportRecord): Promise<boolean> =>
  !actsFor(actor, record.created_by) || (await peopleAt(db, actor.unitId)).length <= 1;

async function shown(db: Database, actor: Actor, records: readonly ImportRecord[]): Promise<ImportDone[]> {
  const [units, people] = await Promise.all([
    unitsByIds(db, [...new Set(records.map(({ unit_id }) => unit_id))]),
    personNames(
      db,
      records.map(({ created_by }) => created_by),
    ),
  ]);
  return Promise.all(
    records.map(async (record) => ({
      id: record.id,
      version: record.version,
      unit: unitIn(units, record.unit_id),
      round: record.round,
      fileName: record.file_name,
      state: record.state,
      rows: record.rows,
      made: record.made,
      createdAt: record.created_at.toISOString(),
      by: people.get(record.created_by) ?? "",
      can: await canDo(db, actor, record),
    })),
  );
}

async function importShown(db: Parameters<typeof lockImport>[0], actor: Actor, id: string): Promise<ImportDone> {
  const record = await lockImport(db, id);
  const [done] = record ? await shown(db, actor, [record]) : [];
  if (!done) throw problem("not_found", say("noImport"));
  return done;
}

export async function readImports(db: Database, actor: Actor, { page }: { page: number }) {
  const { rows, total } = await listImports(db, actor.unitId, { offset: (page - 1) * pageSize, limit: pageSize });
  return { items: await shown(db, actor, rows), total, pageSize };
}

type Which = { id: string; version: number };

function settle({ db, clock }: Importing, actor: Actor, { id, version }: Which, act: "accept" | "undo"): Promise<ImportDone> {
  const now = clock();
  const day = vietnamDate(now);
  return transaction(db, async (tx) => {
    const record = await lockImport(tx, id);
    const standing = record && (await standingTo(tx, actor, record.unit_id));
    if (!record || !standing?.line) throw problem("not_found", say("noImport"));
    if (record.version !== version) throw problem("conflict", say("importState"), { current: await importShown(tx, actor, id) });
    if (record.state !== "made") throw problem("wrong_state", say("importState"));
    if (act === "undo") authorise(mayRegister(actor, standing), "exemplar:register");
    else {
      authorise(may(actor, "exemplar:accept"), "exemplar:accept");
      if ((await countReviewed(tx, id, actor.unitId)) === 0) throw problem("forbidden", say("importNotBody"));
      if (!(await maySettle(tx, actor, record))) throw problem("forbidden", say("importOwn"));
    }
    const moved =
      act === "accept"
        ? await acceptImported(tx, id, actor.unitId, { day, now })
        : await withdrawImported(tx, id, say("undone").vi, { day, now });
    await settleImport(tx, id, act === "accept" ? "accepted" : "undone", actor.personId, now);
    await recordActs(
      tx,
      actor,
      moved.map((one) => ({
        act: act === "accept" ? "exemplar:accept" : "exemplar:withdraw",
        thing: { kind: "exemplar", id: one.id },
        unitId: one.leadId,
        before: { exemplarState: "registered" },
        after: { exemplarState: act === "accept" ? "accepted" : "withdrawn" },
      })),
    );
    return importShown(tx, actor, id);
  });
}

export const acceptImport = (importing: Importing, actor: Actor, which: Which): Promise<ImportDone> =>
  settle(importing, actor, which, "accept");
export const undoImport = (importing: Importing, actor: Actor, which: Which): Promise<ImportDone> =>
  settle(importing, actor, which, "undo");
