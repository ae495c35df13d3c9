import type { ExemplarId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { lifeContract } from "./contract.ts";
import { addEvent, strikeEvidence } from "./service/evidence.ts";
import { answerFinding, reopenFinding, settleFinding } from "./service/findings.ts";
import { decide, propose, readGrades } from "./service/grades.ts";
import { addReading, correctReading } from "./service/readings.ts";
import { readRule, setRule } from "./service/rules.ts";
import { backStep, goOn, passStep, pauseExemplar, sustainExemplar } from "./service/steps.ts";
import { readLife } from "./service/view.ts";

/** Ids come as plain strings; here they become what they are. */
const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarId });
const list = <T extends { items: { id: string }[] }>(input: T) => ({ ...input, items: input.items.map(known<T["items"][number]>) });

const os = routesFor(lifeContract);

export const lifeRoutes = os.router({
  get: os.get.handler(({ input, context }) => readLife(context.db, actorOf(context), known(input).id, vietnamDate(context.clock()))),
  addEvent: os.addEvent.handler(({ input, context }) => addEvent(context, actorOf(context), known(input))),
  strikeEvent: os.strikeEvent.handler(({ input, context }) => strikeEvidence(context, actorOf(context), known(input))),
  pass: os.pass.handler(({ input, context }) => passStep(context, actorOf(context), known(input))),
  back: os.back.handler(({ input, context }) => backStep(context, actorOf(context), known(input))),
  pause: os.pause.handler(({ input, context }) => pauseExemplar(context, actorOf(context), known(input))),
  goOn: os.goOn.handler(({ input, context }) => goOn(context, actorOf(context), known(input))),
  sustain: os.sustain.handler(({ input, context }) => sustainExemplar(context, actorOf(context), known(input))),
  addReading: os.addReading.handler(({ input, context }) => addReading(context, actorOf(context), known(input))),
  correctReading: os.correctReading.handler(({ input, context }) => correctReading(context, actorOf(context), known(input))),
  answerFinding: os.answerFinding.handler(({ input, context }) => answerFinding(context, actorOf(context), known(input))),
  settleFinding: os.settleFinding.handler(({ input, context }) => settleFinding(context, actorOf(context), known(input))),
  reopenFinding: os.reopenFinding.handler(({ input, context }) => reopenFinding(context, actorOf(context), known(input))),
  grades: os.grades.handler(({ input, context }) => readGrades(context.db, actorOf(context), input)),
  proposeGrades: os.proposeGrades.handler(({ input, context }) => propose(context, actorOf(context), list(input))),
  decideGrades: os.decideGrades.handler(({ input, context }) => decide(context, actorOf(context), list(input))),
  rule: os.rule.handler(({ input, context }) => readRule(context.db, actorOf(context), input.unitId)),
  setRule: os.setRule.handler(({ input, context }) => setRule(context, actorOf(context), input)),
});
