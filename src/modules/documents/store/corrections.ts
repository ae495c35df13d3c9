import { sql } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { ItemKind } from "../contract.ts";
import { keyOf, partOf, wordsKey, type Correction } from "../domain/corrections.ts";
import type { HeaderField } from "../values.ts";
import type { DocumentRow } from "./documents.ts";

/** Whose documents a correction is for: the issuer as a unit, or its printed name while it is none. */
export type Issuer = { unit: UnitId; name: null } | { unit: null; name: string };

export const issuerOf = ({ issuer_unit_id, issuer }: Pick<DocumentRow, "issuer_unit_id" | "issuer">): Issuer | null => {
  if (issuer_unit_id !== null) return { unit: issuer_unit_id, name: null };
  const name = issuer === null ? "" : wordsKey(issuer);
  return name === "" ? null : { unit: null, name };
};

export type CorrectionRow = {
  id: string;
  unit_id: UnitId;
  issuer_unit_id: UnitId | null;
  issuer_name: string | null;
  correction: Correction;
  document_id: DocumentId;
  item_id: string | null;
  made_by: PersonId;
  made_at: Date;
  silenced_by: PersonId | null;
  silenced_at: Date | null;
};

type Stored = Omit<CorrectionRow, "correction"> & { aspect: Correction["aspect"]; part: string; from_text: string; decided: unknown };

const columns = sql`id, unit_id, issuer_unit_id, issuer_name, aspect, part, from_text, decided, document_id, item_id, made_by, made_at, silenced_by, silenced_at`;

/** The shape of `decided` follows the aspect; it was written by `remember` alone. */
function rowOf({ aspect, part, from_text: from, decided, ...row }: Stored): CorrectionRow {
  return { ...row, correction: { aspect, from, ...detail(aspect, part, decided) } as Correction };
}

function detail(aspect: Correction["aspect"], part: string, to: unknown) {
  switch (aspect) {
    case "opening":
    case "heading":
      return { kind: part as ItemKind };
    case "header":
      return { field: part as HeaderField, to };
    default:
      return { to };
  }
}

/** A new decision about the same words takes the place of the older one; the same decision again changes nothing. */
export async function remember(
  tx: Transaction,
  correction: Correction,
  from: { unit: UnitId; issuer: Issuer; document: DocumentId; item: string | null; by: PersonId; at: Date },
): Promise<void> {
  const decided = "to" in correction ? JSON.stringify(correction.to) : null;
  await sql`
    insert into document_correction as known
      (unit_id, issuer_unit_id, issuer_name, aspect, part, from_text, from_key, decided, document_id, item_id, made_by, made_at)
    values (${from.unit}::int, ${from.issuer.unit}::int, ${from.issuer.name}::text, ${correction.aspect}, ${partOf(correction)}::text,
            ${correction.from}::text, ${keyOf(correction)}::text, ${decided}::jsonb, ${from.document}::uuid, ${from.item}::uuid,
            ${from.by}::uuid, ${from.at}::timestamptz)
    on conflict on constraint document_correction_once do update
       set from_text = excluded.from_text, decided = excluded.decided, document_id = excluded.document_id, item_id = excluded.item_id,
           made_by = excluded.made_by, made_at = excluded.made_at, silenced_by = null, silenced_at = null
     where known.decided is distinct from excluded.decided`.execute(tx);
}

/** What was learnt from these items goes with what was done to them. */
export async function forgetLearntFrom(tx: Transaction, items: readonly string[]): Promise<void> {
  if (items.length > 0) await tx.deleteFrom("document_correction").where("item_id", "in", items).execute();
}

/** Remembered for an issuer by one unit, newest first; the silenced ones are left out. */
export async function rememberedFor(db: Database, unit: UnitId, issuer: Issuer): Promise<CorrectionRow[]> {
  const { rows } = await sql<Stored>`
    select ${columns} from document_correction
     where unit_id = ${unit}::int and silenced_at is null
       and issuer_unit_id is not distinct from ${issuer.unit}::int and issuer_name is not distinct from ${issuer.name}::text
     order by made_at desc, id desc`.execute(db);
  return rows.map(rowOf);
}

/** All that these units remember, of one issuer when it is given. */
export async function listRemembered(db: Database, units: readonly UnitId[], issuer: Issuer | null): Promise<CorrectionRow[]> {
  const { rows } = await sql<Stored>`
    select ${columns} from document_correction
     where unit_id = any(${[...units]}::int[])
       and (${issuer === null}::boolean or (issuer_unit_id is not distinct from ${issuer?.unit ?? null}::int
                                            and issuer_name is not distinct from ${issuer?.name ?? null}::text))
     order by made_at desc, id desc
     limit 500`.execute(db);
  return rows.map(rowOf);
}

export async function findCorrectionForUpdate(tx: Transaction, id: string, units: readonly UnitId[]): Promise<CorrectionRow | undefined> {
  const { rows } = await sql<Stored>`
    select ${columns} from document_correction where id = ${id}::uuid and unit_id = any(${[...units]}::int[]) for update`.execute(tx);
  return rows.map(rowOf)[0];
}

export async function silence(tx: Transaction, id: string, by: { person: PersonId; at: Date } | null): Promise<void> {
  await tx
    .updateTable("document_correction")
    .set({ silenced_by: by?.person ?? null, silenced_at: by?.at ?? null })
    .where("id", "=", id)
    .execute();
}

export async function removeCorrection(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("document_correction").where("id", "=", id).execute();
}
