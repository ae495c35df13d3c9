import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import { reaches } from "../../../units/index.ts";
import type { FindingAct, Life } from "../contract.ts";
import { findingMoves } from "../domain.ts";
import { say } from "../messages.ts";
import { findingActs } from "../policy.ts";
import { noteNews } from "../store/events.ts";
import { addEntry, findingsOf } from "../store/findings.ts";
import { actOnLife } from "./acting.ts";
import type { Living } from "./living.ts";

const entryOf = { answer: "answer", settle: "settled", reopen: "reopened" } as const satisfies Record<FindingAct, string>;

type Said = { id: ExemplarId; findingId: string; text: string };

/** One word to a finding: the lead answers; who found it says that it is mended, or that it is not. */
function sayTo(living: Living, actor: Actor, { id, findingId, text }: Said, act: FindingAct): Promise<Life> {
  return actOnLife(living, actor, { id }, async ({ tx, record, sides, today, now }) => {
    const finding = (await findingsOf(tx, id)).find((each) => each.id === findingId);
    if (!finding) throw problem("not_found", say("noFinding"));
    const own = finding.unit_id === actor.unitId || (await reaches(tx, actor.unitId, finding.unit_id));
    const anyState = (["open", "answered", "settled"] as const).some((state) =>
      findingActs(actor, "accepted", sides, { state }, own).includes(act),
    );
    authorise(anyState, act === "answer" ? "exemplar:register" : "exemplar:accept");
    const next = findingMoves[finding.state][act];
    if (next === null || !findingActs(actor, record.state, sides, finding, own).includes(act)) throw problem("wrong_state", say("notNow"));
    await addEntry(tx, findingId, next, { kind: entryOf[act], onDate: today, text, unitId: actor.unitId, by: actor.personId }, now);
    await noteNews(tx, id, today);
    return { act: `exemplar:${act}-finding` };
  });
}

export const answerFinding = (living: Living, actor: Actor, said: Said): Promise<Life> => sayTo(living, actor, said, "answer");
export const settleFinding = (living: Living, actor: Actor, said: Said): Promise<Life> => sayTo(living, actor, said, "settle");
export const reopenFinding = (living: Living, actor: Actor, said: Said): Promise<Life> => sayTo(living, actor, said, "reopen");
