import { authorise, may, type Actor, type SystemActor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { nfc, squeeze } from "../../kernel/text.ts";
import { transaction, type Database } from "../../platform/database/index.ts";
import { enqueue, listJobs } from "../../platform/jobs.ts";
import { recordAct } from "../audit/index.ts";
import { makeLink } from "../identity/index.ts";
import { removalPhrase, type DemoPersonLink, type Filling } from "./contract.ts";
import { beginDemoWork, fillDemoModels, removeDemo } from "./jobs.ts";
import { say } from "./messages.ts";
import { people } from "./people.ts";
import { findPeople, isDemo } from "./store.ts";

/** Filling goes on in the background for some minutes: until then models, copies and the public plan are still to come. */
export async function readStatus(db: Database): Promise<{ demo: boolean; filling: Filling | null }> {
  if (!(await isDemo(db))) return { demo: false, filling: null };
  const steps = (await listJobs(db)).filter(({ name }) => name === beginDemoWork.name || name === fillDemoModels.name);
  const wentWrong = steps.some(({ state }) => state === "failed" || state === "retrying");
  return { demo: true, filling: steps.length === 0 ? null : wentWrong ? "failed" : "running" };
}

/** Fresh one-time links for everybody of the demo who has not chosen a password; earlier ones end. */
export function makeDemoLinks(db: Database, actor: Actor | SystemActor, url: string, now: Date): Promise<DemoPersonLink[]> {
  return transaction(db, async (tx) => {
    authorise("system" in actor || may(actor, "person:manage"), "person:manage");
    if (!(await isDemo(tx))) throw problem("wrong_state", say("notDemo"));
    const known = new Map(
      (
        await findPeople(
          tx,
          people.map(({ login }) => login),
        )
      ).map((person) => [person.login, person]),
    );
    const links: DemoPersonLink[] = [];
    for (const { name, login, posts } of people) {
      const person = known.get(login);
      const createdBy = "system" in actor ? null : actor.personId;
      const link =
        person && !person.entered ? await makeLink(tx, url, { purpose: "invitation", personId: person.id, createdBy }, now) : null;
      links.push({ name, login, posts: posts.map(({ role, unit }) => ({ role, unit })), url: link?.url ?? null });
    }
    await recordAct(tx, actor, { act: "demo:links", thing: { kind: "demo", id: "demo" } });
    return links;
  });
}

/** Asks for the installation to be emptied. Only with the phrase, only in a demo; the rest happens in the background. */
export function askForRemoval(db: Database, actor: Actor, phrase: string): Promise<void> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "job:manage"), "job:manage");
    if (!(await isDemo(tx))) throw problem("wrong_state", say("notDemo"));
    const wrong = say("wrongPhrase", { phrase: removalPhrase });
    if (squeeze(nfc(phrase)).toLowerCase() !== removalPhrase) throw problem("invalid_input", wrong);
    await enqueue(tx, removeDemo, {}, { key: "demo.remove" });
  });
}
