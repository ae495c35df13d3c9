import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { registrationContract } from "./contract.ts";
import { acceptImport, previewImport, readImports, runImport, undoImport } from "./service/importing.ts";
import { createInvitation, endInvitation, readInvitations } from "./service/invitations.ts";
import { amendOffer, askOffer, giveOffer, readInvited, readOffers, readOwn, setAside, takeOffer } from "./service/offers.ts";

const os = routesFor(registrationContract);

export const registrationRoutes = os.router({
  invitations: {
    list: os.invitations.list.handler(({ input, context }) => readInvitations(context, actorOf(context), input)),
    create: os.invitations.create.handler(({ input, context }) => createInvitation(context, actorOf(context), input)),
    revoke: os.invitations.revoke.handler(({ input, context }) => endInvitation(context, actorOf(context), input)),
  },
  offers: {
    invited: os.offers.invited.handler(({ input, context }) => readInvited(context, input)),
    give: os.offers.give.handler(({ input, context }) => giveOffer(context, input)),
    own: os.offers.own.handler(({ input, context }) => readOwn(context, input)),
    amend: os.offers.amend.handler(({ input, context }) => amendOffer(context, input)),
    list: os.offers.list.handler(({ input, context }) => readOffers(context.db, actorOf(context), input)),
    ask: os.offers.ask.handler(({ input, context }) => askOffer(context, actorOf(context), input)),
    take: os.offers.take.handler(({ input, context }) => takeOffer(context, actorOf(context), input)),
    setAside: os.offers.setAside.handler(({ input, context }) => setAside(context, actorOf(context), input)),
  },
  imports: {
    list: os.imports.list.handler(({ input, context }) => readImports(context.db, actorOf(context), input)),
    preview: os.imports.preview.handler(({ input, context }) => previewImport(context, actorOf(context), input)),
    run: os.imports.run.handler(({ input, context }) => runImport(context, actorOf(context), input)),
    accept: os.imports.accept.handler(({ input, context }) => acceptImport(context, actorOf(context), input)),
    undo: os.imports.undo.handler(({ input, context }) => undoImport(context, actorOf(context), input)),
  },
});
