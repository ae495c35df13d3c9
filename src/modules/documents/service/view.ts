import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import { compilerVersion } from "../compile/version.ts";
import type { Copy, Document, DocumentShort, Item } from "../contract.ts";
import { mayReview, type Scope } from "../policy.ts";
import { getNotes, type DocumentRow } from "../store/documents.ts";
import { lookalikes } from "../store/relations.ts";
import { countItems, type ItemRow } from "../store/items.ts";
import { progressOf } from "../store/pages.ts";

/** A unit that the directory no longer has would be a fault of ours; the list still shows. */
const unitIn = (units: Map<UnitId, UnitRef>, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

export const copyOf = (row: DocumentRow, units: Map<UnitId, UnitRef>): Copy => ({
  id: row.id,
  docType: row.doc_type,
  number: row.number,
  date: row.printed_date,
  issuer: row.issuer,
  subject: row.subject,
  fileName: row.file_name,
  unit: unitIn(units, row.unit_id),
});

const shortOf = (row: DocumentRow, units: Map<UnitId, UnitRef>): DocumentShort => ({
  ...copyOf(row, units),
  state: row.state,
  internal: row.internal,
  uploadedAt: row.uploaded_at.toISOString(),
});

/** Documents as lists show them. */
export async function shorts(db: Database, rows: readonly DocumentRow[]): Promise<DocumentShort[]> {
  const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
  return rows.map((row) => shortOf(row, units));
}

/** A document's register entry, with what this person may do with it. */
export async function documentView(db: Database, actor: Actor, scope: Scope, row: DocumentRow): Promise<Document> {
  const similar = await lookalikes(db, row, scope);
  const ids = [row, ...similar].flatMap(({ unit_id, issuer_unit_id }) => (issuer_unit_id === null ? [unit_id] : [unit_id, issuer_unit_id]));
  const [units, people, items, notes, recognition] = await Promise.all([
    unitsByIds(db, [...new Set(ids)]),
    personNames(
      db,
      [row.uploaded_by, row.reviewed_by].filter((id): id is PersonId => id !== null),
    ),
    countItems(db, row.id),
    getNotes(db, row.id),
    progressOf(db, row.id),
  ]);
  const review = mayReview(actor, scope, row);
  const compilerIsNewer = row.compiler !== null && row.compiler !== compilerVersion;
  return {
    ...shortOf(row, units),
    version: row.version,
    place: row.place,
    issuerUnit: row.issuer_unit_id === null ? null : unitIn(units, row.issuer_unit_id),
    fileSize: row.file_size,
    fileHash: row.file_hash,
    audience: row.audience,
    uploadedBy: people.get(row.uploaded_by) ?? "",
    failure: row.failure,
    compiler: row.compiler,
    compilerIsNewer,
    notes,
    items,
    recognition,
    lookalikes: similar.map((other) => ({ document: shortOf(other, units), why: other.why })),
    reviewedBy: row.reviewed_by === null ? null : (people.get(row.reviewed_by) ?? ""),
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    can: {
      review: review && row.state === "review",
      finish: review && row.state === "review",
      reopen: review && row.state === "reviewed",
      readAgain: review && (row.state === "failed" || (row.state === "review" && compilerIsNewer)),
      stop: review && row.state === "recognising",
      correctPages: review && recognition !== null && row.state !== "reviewed" && row.state !== "compiling",
      open: review && !row.internal && may(actor, "document:review"),
    },
  };
}

/** Items as the review shows them, with the names of those who decided. */
export async function itemViews(db: Database, rows: readonly ItemRow[]): Promise<Item[]> {
  const names = await personNames(
    db,
    [...new Set(rows.map(({ changed_by }) => changed_by))].filter((id): id is PersonId => id !== null),
  );
  return rows.map((row) => itemView(row, names));
}

function itemView(row: ItemRow, names: Map<PersonId, string>): Item {
  const { id, kind, state, line, quote, span, value, original, confidence, version, changed_by, changed_at } = row;
  const changedBy = changed_by === null ? null : (names.get(changed_by) ?? "");
  // The value's shape follows its kind in every row; the compiler cannot know, the contract checks it on the way out.
  return {
    id,
    kind,
    state,
    line,
    quote,
    span,
    value,
    original,
    confidence,
    version,
    changedBy,
    changedAt: changed_at?.toISOString() ?? null,
  } as Item;
}
