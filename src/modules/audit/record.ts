import type { Actor, SystemActor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Transaction } from "../../platform/database/index.ts";
import type { Act } from "./contract.ts";
import { sealPersonal } from "./keys.ts";
import { destroySubjectKey, insertActs, type WrittenAct } from "./store.ts";

/** The last step of every act, inside its transaction: the act and its record are committed together or not at all. */
export async function recordAct(tx: Transaction, actor: Actor | SystemActor, act: Act): Promise<void> {
  await recordActs(tx, actor, [act]);
}

/** Like `recordAct` for an act on many things at once (an import): one row for each, in one statement. */
export async function recordActs(tx: Transaction, actor: Actor | SystemActor, acts: readonly Act[]): Promise<void> {
  const written: WrittenAct[] = [];
  for (const { personal, ...act } of acts) {
    const sealed = personal ? await sealPersonal(tx, personal.subject, personal.values) : null;
    written.push(personal && sealed ? { ...act, personal: { subject: personal.subject, sealed } } : act);
  }
  if (written.length > 0) await insertActs(tx, actor, written);
}

/** Erases a person from the record: what was written about them can never be read again, the rows and their seals stay. */
export async function eraseSubject(tx: Transaction, actor: Actor | SystemActor, subject: PersonId): Promise<void> {
  await destroySubjectKey(tx, subject);
  await recordAct(tx, actor, { act: "audit:erase", thing: { kind: "person", id: subject } });
}
