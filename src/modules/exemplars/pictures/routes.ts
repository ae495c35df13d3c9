import type { ExemplarId } from "../../../kernel/ids.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { addPictures } from "./adding.ts";
import { blurPicture, editPicture, recordConsent, takeOutPaper, takeOutPicture, withdrawConsent } from "./changing.ts";
import { picturesContract } from "./contract.ts";
import { readPictures } from "./view.ts";

const known = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as ExemplarId });

const os = routesFor(picturesContract);

export const picturesRoutes = os.router({
  list: os.list.handler(({ input, context }) => readPictures(context.db, actorOf(context), known(input).id)),
  add: os.add.handler(({ input, context }) => addPictures(context, actorOf(context), known(input))),
  edit: os.edit.handler(({ input, context }) => editPicture(context, actorOf(context), known(input))),
  consent: os.consent.handler(({ input, context }) => recordConsent(context, actorOf(context), known(input))),
  withdrawConsent: os.withdrawConsent.handler(({ input, context }) => withdrawConsent(context, actorOf(context), known(input))),
  blur: os.blur.handler(({ input, context }) => blurPicture(context, actorOf(context), known(input))),
  takeOut: os.takeOut.handler(({ input, context }) => takeOutPicture(context, actorOf(context), known(input))),
  takeOutPaper: os.takeOutPaper.handler(({ input, context }) => takeOutPaper(context, actorOf(context), known(input))),
});
