import type { Actor, SystemActor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Transaction } from "../../platform/database/index.ts";
import type { Act } from "./contract.ts";
import { sealPersonal } from "./keys.ts";
import { destroySubjectKey, insertAct } from "./store.ts";

/** The last step of every act, inside its transaction: the act and its record are committed together or not at all. */
export async function recordAct(tx: Transaction, actor: Actor | SystemActor, act: Act): Promise<void> {
  const personal = act.personal ? await sealPersonal(tx, act.personal.subject, act.personal.values) : null;
  await insertAct(tx, actor, act, personal);
}

/** Erases a person from the record: what was written about them can never be read again, the rows and their seals stay. */
export async function eraseSubject(tx: Transaction, actor: Actor | SystemActor, subject: PersonId): Promise<void> {
  await destroySubjectKey(tx, subject);
  await insertAct(tx, actor, { act: "audit:erase", thing: { kind: "person", id: subject } }, null);
}
