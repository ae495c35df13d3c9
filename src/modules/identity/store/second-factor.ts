import type { PersonId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";

export type FactorRow = { secret: Buffer | null; pending: Buffer | null; confirmedAt: Date | null; lastStep: number };

type Row = { secret: Buffer | null; pending: Buffer | null; confirmed_at: Date | null; last_step: string };
const asFactor = (row: Row | undefined): FactorRow | undefined =>
  row && { secret: row.secret, pending: row.pending, confirmedAt: row.confirmed_at, lastStep: Number(row.last_step) };

export async function findFactor(db: Database, personId: PersonId): Promise<FactorRow | undefined> {
  return asFactor(await db.selectFrom("second_factor").selectAll().where("person_id", "=", personId).executeTakeFirst());
}

/** Locked: two requests with the same code follow each other, and the second finds the step spent. */
export async function findFactorForUpdate(tx: Transaction, personId: PersonId): Promise<FactorRow | undefined> {
  return asFactor(await tx.selectFrom("second_factor").selectAll().where("person_id", "=", personId).forUpdate().executeTakeFirst());
}

export async function saveFactor(tx: Transaction, personId: PersonId, factor: FactorRow): Promise<void> {
  const values = { secret: factor.secret, pending: factor.pending, confirmed_at: factor.confirmedAt, last_step: factor.lastStep };
  await tx
    .insertInto("second_factor")
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(values))
    .execute();
}

export async function deleteFactor(tx: Transaction, personId: PersonId): Promise<boolean> {
  await tx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  const result = await tx.deleteFrom("second_factor").where("person_id", "=", personId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function replaceRecoveryCodes(tx: Transaction, personId: PersonId, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom("recovery_code").where("person_id", "=", personId).execute();
  await tx
    .insertInto("recovery_code")
    .values(hashes.map((code_hash) => ({ person_id: personId, code_hash })))
    .execute();
}

/** True when the code was there and unused; it is used from now on. */
export async function spendRecoveryCode(tx: Transaction, personId: PersonId, hash: Buffer, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable("recovery_code")
    .set({ used_at: now })
    .where("person_id", "=", personId)
    .where("code_hash", "=", hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Database, personId: PersonId): Promise<number> {
  const row = await db
    .selectFrom("recovery_code")
    .select((expression) => expression.cast<number>(expression.fn.countAll(), "integer").as("count"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}
