import type { ExemplarId } from "../../../kernel/ids.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { recognitionContract } from "./contract.ts";
import { appraiseExemplar, appraiseExemplars } from "./service/appraised.ts";
import { createBlank, editBlank, readBlanks } from "./service/blanks.ts";
import { readCandidates } from "./service/candidates.ts";
import { cancelDecision, chooseItems, createDecision, editDecision, presentDecision, takeBackDecision } from "./service/drafting.ts";
import { readRecognitions, recordConsent, revokeRecognition } from "./service/recognitions.ts";
import { createRule, editRule, readRules } from "./service/rules.ts";
import { enterPaper, signDecision } from "./service/signing.ts";
import { readDecision, readDecisions } from "./service/view.ts";

const os = routesFor(recognitionContract);

export const recognitionRoutes = os.router({
  of: os.of.handler(({ input, context }) => readRecognitions(context, actorOf(context), input.id as ExemplarId)),
  appraise: os.appraise.handler(({ input, context }) =>
    appraiseExemplar(context, actorOf(context), { ...input, id: input.id as ExemplarId }),
  ),
  appraiseMany: os.appraiseMany.handler(({ input, context }) => appraiseExemplars(context, actorOf(context), input)),
  revoke: os.revoke.handler(({ input, context }) => revokeRecognition(context, actorOf(context), input)),
  consent: os.consent.handler(({ input, context }) => recordConsent(context, actorOf(context), input)),
  rules: {
    list: os.rules.list.handler(({ input, context }) => readRules(context.db, actorOf(context), input)),
    create: os.rules.create.handler(({ input, context }) => createRule(context, actorOf(context), input)),
    edit: os.rules.edit.handler(({ input, context }) => editRule(context, actorOf(context), input)),
  },
  decisions: {
    list: os.decisions.list.handler(({ input, context }) => readDecisions(context.db, actorOf(context), input)),
    get: os.decisions.get.handler(({ input, context }) => readDecision(context.db, actorOf(context), input.id, context.clock())),
    create: os.decisions.create.handler(({ input, context }) => createDecision(context, actorOf(context), input)),
    edit: os.decisions.edit.handler(({ input, context }) => editDecision(context, actorOf(context), input)),
    choose: os.decisions.choose.handler(({ input, context }) => chooseItems(context, actorOf(context), input)),
    candidates: os.decisions.candidates.handler(({ input, context }) =>
      readCandidates(context.db, actorOf(context), input, context.clock()),
    ),
    present: os.decisions.present.handler(({ input, context }) => presentDecision(context, actorOf(context), input)),
    takeBack: os.decisions.takeBack.handler(({ input, context }) => takeBackDecision(context, actorOf(context), input)),
    sign: os.decisions.sign.handler(({ input, context }) => signDecision(context, actorOf(context), input)),
    signOnPaper: os.decisions.signOnPaper.handler(({ input, context }) => enterPaper(context, actorOf(context), input)),
    cancel: os.decisions.cancel.handler(({ input, context }) => cancelDecision(context, actorOf(context), input)),
  },
  blanks: {
    list: os.blanks.list.handler(({ input, context }) => readBlanks(context.db, actorOf(context), input)),
    create: os.blanks.create.handler(({ input, context }) => createBlank(context, actorOf(context), input)),
    edit: os.blanks.edit.handler(({ input, context }) => editBlank(context, actorOf(context), input)),
  },
});
