import type { ExemplarId, ExemplarRoundId } from "../../kernel/ids.ts";
import { vietnamDate } from "../../kernel/time/index.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { exemplarsContract } from "./contract.ts";
import { boardsRoutes } from "./figures/routes.ts";
import { learningRoutes } from "./learning/routes.ts";
import { lifeRoutes } from "./life/routes.ts";
import { likenessRoutes } from "./likeness/routes.ts";
import { picturesRoutes } from "./pictures/routes.ts";
import { readExemplars, readWords } from "./service/reading.ts";
import {
  acceptExemplar,
  createExemplar,
  editExemplar,
  registerExemplar,
  resumeExemplar,
  returnExemplar,
  stopExemplar,
  withdrawExemplar,
} from "./service/registering.ts";
import { recognitionRoutes } from "./recognition/routes.ts";
import { registrationRoutes } from "./registration/routes.ts";
import { cancelRound, closeRound, createRound, editRound, openRound, readRound, readRounds } from "./service/rounds.ts";
import { readExemplar } from "./service/view.ts";

/** Ids come as plain strings; here they become what they are. */
const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarId });
const round = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarRoundId });

const os = routesFor(exemplarsContract);

export const exemplarsRoutes = os.router({
  list: os.list.handler(({ input, context }) => readExemplars(context.db, actorOf(context), input, vietnamDate(context.clock()))),
  words: os.words.handler(({ context }) => readWords(context.db, actorOf(context))),
  get: os.get.handler(({ input, context }) => readExemplar(context.db, actorOf(context), known(input).id)),
  create: os.create.handler(({ input, context }) => createExemplar(context, actorOf(context), input)),
  edit: os.edit.handler(({ input, context }) => editExemplar(context, actorOf(context), known(input))),
  register: os.register.handler(({ input, context }) => registerExemplar(context, actorOf(context), known(input))),
  withdraw: os.withdraw.handler(({ input, context }) => withdrawExemplar(context, actorOf(context), known(input))),
  stop: os.stop.handler(({ input, context }) => stopExemplar(context, actorOf(context), known(input))),
  resume: os.resume.handler(({ input, context }) => resumeExemplar(context, actorOf(context), known(input))),
  accept: os.accept.handler(({ input, context }) => acceptExemplar(context, actorOf(context), known(input))),
  return: os.return.handler(({ input, context }) => returnExemplar(context, actorOf(context), known(input))),

  pictures: picturesRoutes,
  life: lifeRoutes,
  likeness: likenessRoutes,
  learning: learningRoutes,

  registration: registrationRoutes,
  recognition: recognitionRoutes,

  rounds: {
    list: os.rounds.list.handler(({ input, context }) => readRounds(context.db, actorOf(context), input)),
    get: os.rounds.get.handler(({ input, context }) => readRound(context.db, actorOf(context), round(input).id)),
    create: os.rounds.create.handler(({ input, context }) => createRound(context, actorOf(context), input)),
    edit: os.rounds.edit.handler(({ input, context }) => editRound(context, actorOf(context), round(input))),
    open: os.rounds.open.handler(({ input, context }) => openRound(context, actorOf(context), round(input))),
    close: os.rounds.close.handler(({ input, context }) => closeRound(context, actorOf(context), round(input))),
    cancel: os.rounds.cancel.handler(({ input, context }) => cancelRound(context, actorOf(context), round(input))),
  },

  boards: boardsRoutes,
});
