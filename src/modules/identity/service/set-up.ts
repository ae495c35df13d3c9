import type { SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { DemoProvince } from "../../../platform/services.ts";
import { recordAct } from "../../audit/index.ts";
import { createUnit, rootUnits } from "../../units/index.ts";
import { say } from "../messages.ts";
import { hashPassword } from "../passwords.ts";
import { findOpenLink, takeLink } from "../store/links.ts";
import { savePassword } from "../store/people.ts";
import { administratorExists } from "../store/posts.ts";
import { hashCode } from "../tokens.ts";
import { reachability } from "./account.ts";
import { enter, type Door } from "./entry.ts";
import { countAddress, refuseBusyAddress } from "./guard.ts";
import { makeLink } from "./link-making.ts";
import { refuseWeakPassword } from "./links.ts";
import { newPerson } from "./people.ts";
import { placePost } from "./posts.ts";
import { personThing, type Entered } from "./sessions.ts";

const bySetUp: SystemActor = { system: "set-up" };

/** Whether somebody administers the whole installation and can enter. */
export function isSetUp(db: Database, now: Date): Promise<boolean> {
  return administratorExists(db, vietnamDate(now));
}

/**
 * The link for the first administrator, or null when there is one. Called at every start: the link of an earlier start ends,
 * since it is stored hashed and cannot be shown again.
 */
export async function firstSetUp(db: Database, url: string, now: Date): Promise<string | null> {
  return transaction(db, async (tx) => {
    if (await isSetUp(tx, now)) return null;
    return (await makeLink(tx, url, { purpose: "set-up", personId: null, createdBy: null }, now)).url;
  });
}

/** What the page of a set-up link has to ask for. */
export async function setUpNeeds(
  db: Database,
  demo: DemoProvince | null,
  now: Date,
): Promise<{ organisationNeeded: boolean; demoOffered: boolean }> {
  const empty = (await rootUnits(db, vietnamDate(now))).length === 0;
  return { organisationNeeded: empty, demoOffered: empty && demo !== null };
}

export type SetUp = {
  token: string;
  name: string;
  login: string;
  email: string | null;
  password: string;
  language: Language;
  organisation: { name: string; kind: "country" | "province" | "commune" } | null;
  demo: boolean;
};

/**
 * Makes the first administrator at the top of the tree: of the organisation that is named here, of the demo province, or of
 * units that were imported before. Nothing happens half: organisation, person, post and session come into being together.
 */
export async function setUp(db: Database, input: SetUp, demo: DemoProvince | null, door: Door): Promise<Entered> {
  refuseBusyAddress(db, "asking", door.address, door.now);
  const seen = await findOpenLink(db, hashCode(input.token), door.now);
  if (seen?.purpose !== "set-up") {
    countAddress(db, "asking", door.address, door.now);
    throw problem("expired", say("setUpGone"));
  }
  refuseWeakPassword(input.password, input, input.language);
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (tx) => {
    if (!(await takeLink(tx, hashCode(input.token), door.now))) throw problem("expired", say("setUpGone"));
    if (await isSetUp(tx, door.now)) throw problem("wrong_state", say("alreadySetUp"));
    const top = await topUnit(tx, input, demo, door.now);
    const person = await newPerson(tx, { ...input, phone: null });
    await savePassword(tx, person.id, passwordHash, door.now);
    await recordAct(tx, bySetUp, {
      act: "person:set-up",
      thing: personThing(person.id),
      unitId: top,
      personal: { subject: person.id, values: reachability(person) },
    });
    await placePost(tx, bySetUp, { personId: person.id, unitId: top, role: "administrator", from: vietnamDate(door.now), until: null });
    return enter(tx, person, { shared: false, ...door });
  });
}

async function topUnit(tx: Transaction, { organisation, demo: wished }: SetUp, demo: DemoProvince | null, now: Date): Promise<UnitId> {
  const [top] = await rootUnits(tx, vietnamDate(now));
  if (top) return top.id;
  if (wished) {
    if (!demo) throw problem("invalid_input", say("demoMissing"));
    return (await demo.fill(tx)).province;
  }
  if (!organisation) throw problem("invalid_input", say("organisationNeeded"));
  return (await createUnit(tx, bySetUp, { ...organisation, parentId: null })).id;
}
