import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { roundsContract } from "../contract/rounds.ts";
import { closeRound, excuseFromRound, extendRound, fixFigures, reopenRound } from "../service/rounds-acts.ts";
import { openByHand } from "../service/rounds-opening.ts";
import { readAsked, readOwed, readRound } from "../service/rounds-reading.ts";
import { changedSince, chaseText, readRoom } from "../service/rounds-room.ts";

const os = routesFor(roundsContract);

export const roundsRoutes = os.router({
  owed: os.owed.handler(({ input, context }) => readOwed(context.db, actorOf(context), input, context.clock())),
  asked: os.asked.handler(({ input, context }) => readAsked(context.db, actorOf(context), input, context.clock())),
  get: os.get.handler(({ input, context }) => readRound(context.db, actorOf(context), input.id, context.clock())),
  room: os.room.handler(({ input, context }) => readRoom(context.db, actorOf(context), input.id, context.clock())),
  open: os.open.handler(({ input, context }) => openByHand(context.db, actorOf(context), input, context.clock())),
  extend: os.extend.handler(({ input, context }) => extendRound(context.db, actorOf(context), input, context.clock())),
  excuse: os.excuse.handler(({ input, context }) => excuseFromRound(context.db, actorOf(context), input, context.clock())),
  undoExcuse: os.undoExcuse.handler(({ input, context }) =>
    excuseFromRound(context.db, actorOf(context), { ...input, reason: null }, context.clock()),
  ),
  fixFigures: os.fixFigures.handler(({ input, context }) => fixFigures(context.db, actorOf(context), input.id, context.clock())),
  changedSince: os.changedSince.handler(({ input, context }) => changedSince(context.db, actorOf(context), input.id, context.clock())),
  chaseText: os.chaseText.handler(({ input, context }) => chaseText(context.db, actorOf(context), input.id, context.clock())),
  close: os.close.handler(({ input, context }) => closeRound(context.db, actorOf(context), input, context.clock())),
  reopen: os.reopen.handler(({ input, context }) => reopenRound(context.db, actorOf(context), input.id, context.clock())),
});
