import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { personNames } from "../../identity/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { CorrectionOffer, Remembered } from "../contract.ts";
import type { OutlineEntry } from "../compile/plan.ts";
import { correctionsFrom, headingRole, keyOf, offersOf, type Correctable, type Correction } from "../domain/corrections.ts";
import { say } from "../messages.ts";
import {
  findCorrectionForUpdate,
  forgetLearntFrom,
  issuerOf,
  listRemembered,
  remember,
  rememberedFor,
  removeCorrection,
  silence,
  type CorrectionRow,
} from "../store/corrections.ts";
import { getText, type DocumentRow } from "../store/documents.ts";
import { listItems, type ItemRow } from "../store/items.ts";
import { documentLabels } from "./for-others.ts";
import { getReadable, scopeOf } from "./scope.ts";

/** Title of the heading over a line of the document. */
function headingsOf(outline: readonly OutlineEntry[]): (line: number | null) => string | null {
  const headings = outline.filter(({ kind }) => kind === "heading");
  return (line) => (line === null ? null : (headings.findLast((heading) => heading.line < line)?.title ?? null));
}

const correctable = ({ kind, value, quote, line }: ItemRow, heading: (line: number | null) => string | null): Correctable => ({
  kind,
  value,
  quote,
  heading: heading(line),
});

/**
 * Remembers what a person's decisions about these items teach for the next document of the issuer. What is back as it was
 * read teaches nothing any more. A document whose issuer is not known teaches nobody.
 */
export async function learn(tx: Transaction, actor: Actor, document: DocumentRow, decided: readonly ItemRow[], now: Date): Promise<void> {
  await forgetLearntFrom(
    tx,
    decided.filter(({ state }) => state === "proposed" || state === "accepted").map(({ id }) => id),
  );
  const issuer = issuerOf(document);
  if (issuer === null) return;
  const { plan } = await getText(tx, document.id);
  const heading = headingsOf(plan?.outline ?? []);
  const lessons = new Map<string, { correction: Correction; item: string }>();
  const add = (item: string, correction: Correction) => lessons.set(JSON.stringify(correction), { correction, item });
  const dropped = decided.filter(({ state, original }) => state === "dropped" && original !== null);
  const [role] = headingRole(dropped.map((row) => correctable(row, heading)));
  if (role && dropped[0]) add(dropped[0].id, role);
  const beginnings = new Map<string, number>();
  const taught = decided.map((row) => ({
    row,
    corrections: correctionsFrom({ ...correctable(row, heading), original: row.original, state: row.state }),
  }));
  for (const correction of taught.flatMap(({ corrections }) => corrections)) {
    const key = keyOf(correction);
    if (correction.aspect === "opening") beginnings.set(key, (beginnings.get(key) ?? 0) + 1);
  }
  for (const { row, corrections } of taught) {
    // A section that was left out as a whole is one lesson, not one for each of its paragraphs.
    if (role && row.state === "dropped") continue;
    for (const correction of corrections) {
      // Left out among many, how one of them happens to begin says nothing; how several begin does.
      const isChance = correction.aspect === "opening" && dropped.length > 1 && (beginnings.get(keyOf(correction)) ?? 0) < 2;
      if (!isChance) add(row.id, correction);
    }
  }
  for (const { correction, item } of lessons.values())
    await remember(tx, correction, { unit: document.unit_id, issuer, document: document.id, item, by: actor.personId, at: now });
}

async function views(db: Database, actor: Actor, rows: readonly CorrectionRow[]): Promise<Map<string, Remembered>> {
  const units = rows.flatMap(({ issuer_unit_id }) => (issuer_unit_id === null ? [] : [issuer_unit_id]));
  const [names, labels, issuers] = await Promise.all([
    personNames(
      db,
      rows.map(({ made_by }) => made_by),
    ),
    documentLabels(db, actor, [...new Set(rows.map(({ document_id }) => document_id))]),
    unitsByIds(db, [...new Set<UnitId>(units)]),
  ]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        correction: row.correction,
        issuerUnit: row.issuer_unit_id === null ? null : (issuers.get(row.issuer_unit_id) ?? null),
        document: { id: row.document_id, label: labels.get(row.document_id)?.label ?? "" },
        by: names.get(row.made_by) ?? "",
        at: row.made_at.toISOString(),
        silenced: row.silenced_at !== null,
      },
    ]),
  );
}

/** What was corrected before and would change something here. Only offered: nothing is applied without a person. */
export async function readOffers(db: Database, actor: Actor, id: DocumentId): Promise<{ offers: CorrectionOffer[] }> {
  const { row, scope } = await getReadable(db, actor, id);
  const issuer = issuerOf(row);
  // Whoever reads a document that another unit keeps does not see what that unit corrected.
  if (issuer === null || row.state !== "review" || !may(actor, "document:review") || !scope.includes(row.unit_id)) return { offers: [] };
  const [known, items, { plan }] = await Promise.all([rememberedFor(db, row.unit_id, issuer), listItems(db, id), getText(db, id)]);
  const heading = headingsOf(plan?.outline ?? []);
  const open = items.filter(({ state }) => state === "proposed").map((item) => ({ ...correctable(item, heading), id: item.id }));
  const offers = offersOf(known, open);
  const shown = await views(
    db,
    actor,
    offers.map(({ correction }) => correction),
  );
  return {
    offers: offers.flatMap(({ correction, items: found }) => {
      const remembered = shown.get(correction.id);
      if (!remembered) return [];
      const changes = found.map(({ item, value }) => ({ item: item.id, value: value === "dropped" ? null : value }));
      return [{ remembered, here: correction.document_id === id, items: changes }];
    }),
  };
}

/** What one's own unit remembers; with a document, of its issuer alone. */
export async function readRemembered(db: Database, actor: Actor, document: DocumentId | undefined): Promise<{ remembered: Remembered[] }> {
  const scope = await scopeOf(db, actor);
  const issuer = document === undefined ? null : issuerOf((await getReadable(db, actor, document)).row);
  if (document !== undefined && issuer === null) return { remembered: [] };
  const rows = await listRemembered(db, scope, issuer);
  const shown = await views(db, actor, rows);
  return { remembered: rows.flatMap(({ id }) => shown.get(id) ?? []) };
}

/** One act on a remembered correction of the actor's own unit; somebody else's does not exist for them. */
function act<T>(
  db: Database,
  actor: Actor,
  id: string,
  name: string,
  step: (tx: Transaction, row: CorrectionRow) => Promise<T>,
): Promise<T> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "document:review"), "document:review");
    const row = await findCorrectionForUpdate(tx, id, await scopeOf(tx, actor));
    if (!row) throw problem("not_found", say("noCorrection"));
    const done = await step(tx, row);
    await recordAct(tx, actor, {
      act: name,
      thing: { kind: "document", id: row.document_id },
      unitId: row.unit_id,
      after: { aspect: row.correction.aspect, text: row.correction.from },
    });
    return done;
  });
}

export const setSilent = (
  db: Database,
  actor: Actor,
  { correction, silent, now }: { correction: string; silent: boolean; now: Date },
): Promise<Remembered> =>
  act(db, actor, correction, silent ? "document:silence-correction" : "document:offer-correction", async (tx, row) => {
    const by = silent ? { person: actor.personId, at: now } : null;
    await silence(tx, row.id, by);
    const shown = (await views(tx, actor, [row])).get(row.id);
    if (!shown) throw problem("not_found", say("noCorrection"));
    return { ...shown, silenced: silent };
  });

export const forgetCorrection = (db: Database, actor: Actor, { correction }: { correction: string }): Promise<{ removed: true }> =>
  act(db, actor, correction, "document:forget-correction", async (tx, row) => {
    await removeCorrection(tx, row.id);
    return { removed: true as const };
  });
