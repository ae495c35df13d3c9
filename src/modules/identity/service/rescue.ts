import type { SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { rootUnits } from "../../units/index.ts";
import type { HandedLink } from "../contract.ts";
import { loginKey } from "../domain.ts";
import { cliSay } from "../cli-messages.ts";
import { findByLogin, findPerson, updatePerson } from "../store/people.ts";
import { findOverlap, lastingAdministrators } from "../store/posts.ts";
import { makeLink } from "./link-making.ts";
import { placePost } from "./posts.ts";
import { personThing } from "./sessions.ts";

const byCommandLine: SystemActor = { system: "command line" };

export type Rescue = { link: HandedLink; login: string | null };

/**
 * For whoever keeps the server when no administrator can enter. With a login: that person is opened, made administrator at
 * the top if they are not, and gets a link to choose a password and a second factor anew. Without one: the only administrator
 * is meant; when there is none at all, the link is for a new first set-up.
 */
export function rescueAdministrator(db: Database, url: string, login: string | null, now: Date): Promise<Rescue> {
  return transaction(db, async (tx) => {
    const today = vietnamDate(now);
    const administrators = await lastingAdministrators(tx, today);
    const people = new Set(administrators.map(({ personId }) => personId));
    if (login === null && people.size === 0) {
      return { link: await makeLink(tx, url, { purpose: "set-up", personId: null, createdBy: null }, now), login: null };
    }
    const person = login === null ? await onlyOne(tx, [...people]) : await findByLogin(tx, loginKey(login));
    if (!person) throw problem("not_found", cliSay("noSuchLogin", { login: login ?? "" }));
    if (person.deactivated_at) await updatePerson(tx, person.id, { deactivated_at: null });
    const [top] = await rootUnits(tx, today);
    if (!top) throw problem("wrong_state", cliSay("noUnits"));
    const post = { personId: person.id, unitId: top.id, role: "administrator" as const, from: today, until: null };
    if (!(await findOverlap(tx, post, null))) await placePost(tx, byCommandLine, post);
    const link = await makeLink(tx, url, { purpose: "rescue", personId: person.id, createdBy: null }, now);
    await recordAct(tx, byCommandLine, { act: "link:make", thing: personThing(person.id), after: { purpose: "rescue" } });
    return { link, login: person.login };
  });
}

async function onlyOne(db: Database, people: Parameters<typeof findPerson>[1][]) {
  const [only, another] = people;
  if (another || !only) throw problem("invalid_input", cliSay("severalAdministrators"));
  return findPerson(db, only);
}
