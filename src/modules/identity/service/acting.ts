import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";
import { loginKey } from "../domain.ts";
import { say } from "../messages.ts";
import { findByLogin } from "../store/people.ts";
import { holdingsOf } from "../store/posts.ts";
import { actorIn } from "./sessions.ts";

/** A person in their first post of today, for what the server does in their place without a session: the demo. */
export async function actorByLogin(db: Database, login: string, now: Date): Promise<Actor> {
  const person = await findByLogin(db, loginKey(login));
  const [holding] = person ? await holdingsOf(db, person.id, vietnamDate(now)) : [];
  if (!person || !holding) throw problem("not_found", say("noPerson"));
  return actorIn(db, person.id, person.name, holding, now);
}
