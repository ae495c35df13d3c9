import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { noticesContract } from "./contract.ts";
import { askForTime, decideOnTime, listExtensions, withdrawRequest } from "./service/extensions.ts";
import { chooseMail, readToday, sawToday } from "./service/lists.ts";
import { draftReminder, sendReminder } from "./service/reminders.ts";

const os = routesFor(noticesContract);

export const noticesRoutes = os.router({
  today: os.today.handler(({ context }) => readToday(context.db, actorOf(context), context.mailer, context.clock())),
  seen: os.seen.handler(async ({ context }) => {
    await sawToday(context.db, actorOf(context), context.clock());
    return {};
  }),
  mail: os.mail.handler(async ({ input, context }) => {
    await chooseMail(context.db, actorOf(context), input.on);
    return input;
  }),
  draftReminder: os.draftReminder.handler(({ input, context }) =>
    draftReminder(context.db, actorOf(context), input.things, context.clock()),
  ),
  remind: os.remind.handler(({ input, context }) => sendReminder(context.db, actorOf(context), input, context.clock())),
  extensions: os.extensions.handler(async ({ input, context }) => ({
    items: await listExtensions(context.db, actorOf(context), input.state, context.clock()),
  })),
  ask: os.ask.handler(({ input, context }) => askForTime(context.db, actorOf(context), input, context.clock())),
  decide: os.decide.handler(({ input, context }) => decideOnTime(context.db, actorOf(context), input, context.clock())),
  withdrawRequest: os.withdrawRequest.handler(({ input, context }) =>
    withdrawRequest(context.db, actorOf(context), input, context.clock()),
  ),
});
