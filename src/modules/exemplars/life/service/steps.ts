import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId } from "../../../../kernel/ids.ts";
import type { Life } from "../contract.ts";
import { checklist, hasWalked, moved, stepNumber, unexplained, type Move, type Standing } from "../domain.ts";
import type { ActKind } from "../kinds.ts";
import { gateName, say } from "../messages.ts";
import { possibleLifeActs, type LifeAct } from "../policy.ts";
import { insertEvent, moveExemplar } from "../store/events.ts";
import { actOnLife, type Held, type Told } from "./acting.ts";
import { wrongField, type Living } from "./living.ts";
import { lifeFacts } from "./view.ts";

type Which = { id: ExemplarId; version: number };
type Facts = Awaited<ReturnType<typeof lifeFacts>>;

/** An act that moves the exemplar: allowed in its state, at the version that the person saw. */
function moveLife(
  living: Living,
  actor: Actor,
  which: Which,
  act: LifeAct,
  step: (held: Held, standing: Standing, facts: Facts) => Promise<Told>,
): Promise<Life> {
  return actOnLife(living, actor, which, async (held) => {
    const { record, sides, tx } = held;
    const found = await lifeFacts(tx, record);
    const standing = { step: stepNumber(record.step), walked: hasWalked(found.events) };
    const life = { ...standing, state: record.state, paused: record.paused };
    // What the post may ever do here is asked first, so that a stranger is refused and not told of the state.
    const anywhere = { step: 2, walked: false, state: "accepted", paused: act === "resume" } as const;
    authorise(possibleLifeActs(actor, anywhere, sides).includes(act), "exemplar:register");
    held.checkVersion();
    if (!possibleLifeActs(actor, life, sides).includes(act)) throw problem("wrong_state", say("notNow"), { state: record.state });
    return step(held, standing, found);
  });
}

type Written = { text?: string; details?: Record<string, unknown> };

const write = ({ tx, record, today, now }: Held, actor: Actor, kind: ActKind, { text = "", details = {} }: Written) =>
  insertEvent(tx, record.id, { kind, onDate: today, unitId: actor.unitId, text, details, typedBy: actor.personId }, now);

function reached(standing: Standing, move: Move): Standing {
  const next = moved(standing, move);
  if (!next) throw problem("wrong_state", say("notNow"));
  return next;
}

/** Passes the current step. What is missing is named, and why that was accepted is kept where the reviewer reads it. */
export function passStep(living: Living, actor: Actor, { reasons, ...which }: Which & { reasons: Record<string, string> }): Promise<Life> {
  return moveLife(living, actor, which, "pass", async (held, standing, { facts }) => {
    const next = reached(standing, "pass");
    const checked = checklist(standing.step, facts);
    const open = unexplained(checked, reasons);
    if (open.length > 0)
      throw problem("invalid_input", say("gatesOpen"), {
        gates: open,
        fields: Object.fromEntries(open.map((code) => [`reasons.${code}`, gateName(code).vi])),
      });
    const without = checked.flatMap(({ code, met }) => (met ? [] : [{ gate: code, reason: reasons[code] ?? "" }]));
    await write(held, actor, "step-passed", { details: { step: standing.step, without } });
    await moveExemplar(held.tx, which.id, { step: next.step }, held.now);
    return {
      act: "exemplar:pass",
      before: { exemplarStep: standing.step },
      after: { exemplarStep: next.step, gatesWithout: without.length },
    };
  });
}

type WithReason = Which & { reason: string };

export function backStep(living: Living, actor: Actor, { reason, ...which }: WithReason): Promise<Life> {
  return moveLife(living, actor, which, "back", async (held, standing) => {
    const next = reached(standing, "back");
    await write(held, actor, "step-back", { text: reason, details: { step: next.step } });
    await moveExemplar(held.tx, which.id, { step: next.step }, held.now);
    return { act: "exemplar:back", before: { exemplarStep: standing.step }, after: { exemplarStep: next.step }, note: reason };
  });
}

export function pauseExemplar(living: Living, actor: Actor, { reason, ...which }: WithReason): Promise<Life> {
  return moveLife(living, actor, which, "pause", async (held) => {
    await write(held, actor, "paused", { text: reason });
    await moveExemplar(held.tx, which.id, { paused: true }, held.now);
    return { act: "exemplar:pause", before: { exemplarPaused: false }, after: { exemplarPaused: true }, note: reason };
  });
}

export function goOn(living: Living, actor: Actor, which: Which): Promise<Life> {
  return moveLife(living, actor, which, "resume", async (held) => {
    await write(held, actor, "resumed", {});
    await moveExemplar(held.tx, which.id, { paused: false }, held.now);
    return { act: "exemplar:go-on", before: { exemplarPaused: true }, after: { exemplarPaused: false } };
  });
}

/** "Duy trì": said for a year, with what it is seen by. Said again it stands with the later words. */
export function sustainExemplar(
  living: Living,
  actor: Actor,
  { year, text, ...which }: Which & { year: number; text: string },
): Promise<Life> {
  return moveLife(living, actor, which, "sustain", async (held) => {
    if (year > Number(held.today.slice(0, 4))) throw wrongField("year", say("yearAhead"));
    await write(held, actor, "sustained", { text, details: { year } });
    return { act: "exemplar:sustain", after: { sustainedYear: year } };
  });
}
