import { actorOf, callerOf, halfCallerOf, type RequestContext } from "../../platform/http/context.ts";
import { sessionCookie } from "../../platform/http/cookies.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { identityContract, type SessionView } from "./contract.ts";
import { cookieSeconds, sharedCookieSeconds } from "./domain.ts";
import { changeAccount, changePassword, readAccount } from "./service/account.ts";
import { signIn, type Door } from "./service/entry.ts";
import { colleaguesOf, endOwnLending, lend, ownLendings } from "./service/lendings.ts";
import { acceptLink, askForReset, lookAtLink } from "./service/links.ts";
import { changePerson, deactivate, endSessionsOf, handLink, invite, reactivate, resetSecondFactor } from "./service/people.ts";
import { readPeople, readPerson } from "./service/people-view.ts";
import { changePost, endPost, givePost } from "./service/posts.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  giveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./service/second-factor.ts";
import { endOtherSessions, endOwnSession, ownSessions, signOut, switchPost, viewSession, type Entered } from "./service/sessions.ts";
import { isSetUp, setUp, setUpNeeds } from "./service/set-up.ts";

const os = routesFor(identityContract);

const done = { done: true } as const;
const doorOf = ({ address, userAgent, clock }: RequestContext): Door => ({ address, userAgent, now: clock() });
const sendingOf = ({ config, mailer }: RequestContext) => ({ url: config.url, mailer });

/** Puts a new token into the cookie. */
function carry(context: RequestContext, { token, shared }: Entered): void {
  context.cookies.set(sessionCookie(context.config.url), token, shared ? sharedCookieSeconds : cookieSeconds);
}

/** The same, and answers where the browser stands now. */
async function entered(context: RequestContext, entering: Promise<Entered>): Promise<SessionView> {
  const session = await entering;
  carry(context, session);
  return viewSession(context.db, { token: session.token }, context.clock());
}

const entry = os.entry.router({
  state: os.entry.state.handler(async ({ context }) => ({
    setUp: await isSetUp(context.db, context.clock()),
    mail: context.mailer.configured,
  })),
  session: os.entry.session.handler(({ context }) =>
    viewSession(context.db, context.caller && { id: context.caller.sessionId }, context.clock()),
  ),
  signIn: os.entry.signIn.handler(({ input, context }) => entered(context, signIn(context.db, input, doorOf(context)))),
  secondFactor: os.entry.secondFactor.handler(({ input, context }) =>
    entered(context, giveSecondFactor(context.db, context.config.data, halfCallerOf(context), input.code, context.clock())),
  ),
  signOut: os.entry.signOut.handler(async ({ context }) => {
    await signOut(context.db, context.caller);
    context.cookies.clear(sessionCookie(context.config.url));
    return done;
  }),
  lookAtLink: os.entry.lookAtLink.handler(async ({ input, context }) => ({
    ...(await lookAtLink(context.db, input.token, doorOf(context))),
    ...(await setUpNeeds(context.db, context.demo, context.clock())),
  })),
  acceptLink: os.entry.acceptLink.handler(({ input, context }) =>
    entered(context, acceptLink(context.db, input, context.language, doorOf(context))),
  ),
  forgotten: os.entry.forgotten.handler(async ({ input, context }) => {
    await askForReset(context.db, input.login, doorOf(context));
    return done;
  }),
  setUp: os.entry.setUp.handler(({ input, context }) => entered(context, setUp(context.db, input, context.demo, doorOf(context)))),
  switchPost: os.entry.switchPost.handler(({ input, context }) =>
    entered(context, switchPost(context.db, callerOf(context), input, context.clock())),
  ),
});

const account = os.account.router({
  read: os.account.read.handler(({ context }) => readAccount(context.db, callerOf(context), context.clock())),
  change: os.account.change.handler(({ input, context }) => changeAccount(context.db, callerOf(context), input, context.clock())),
  changePassword: os.account.changePassword.handler(async ({ input, context }) => {
    carry(context, await changePassword(context.db, callerOf(context), input, context.clock()));
    return done;
  }),
  beginSecondFactor: os.account.beginSecondFactor.handler(({ input, context }) =>
    beginSecondFactor(context.db, context.config.data, halfCallerOf(context), input.password, context.clock()),
  ),
  confirmSecondFactor: os.account.confirmSecondFactor.handler(async ({ input, context }) => {
    const confirmed = await confirmSecondFactor(context.db, context.config.data, halfCallerOf(context), input.code, context.clock());
    carry(context, confirmed);
    return { recoveryCodes: confirmed.recoveryCodes };
  }),
  renewRecoveryCodes: os.account.renewRecoveryCodes.handler(async ({ input, context }) => ({
    recoveryCodes: await renewRecoveryCodes(context.db, callerOf(context), input.password, context.clock()),
  })),
  removeSecondFactor: os.account.removeSecondFactor.handler(async ({ input, context }) => {
    await removeSecondFactor(context.db, callerOf(context), input.password, context.clock());
    return readAccount(context.db, callerOf(context), context.clock());
  }),
  sessions: os.account.sessions.handler(async ({ context }) => ({
    sessions: await ownSessions(context.db, callerOf(context), context.clock()),
  })),
  endSession: os.account.endSession.handler(async ({ input, context }) => {
    await endOwnSession(context.db, callerOf(context), input.id);
    return done;
  }),
  endOtherSessions: os.account.endOtherSessions.handler(async ({ context }) => ({
    ended: await endOtherSessions(context.db, callerOf(context)),
  })),
  lendings: os.account.lendings.handler(({ context }) => ownLendings(context.db, callerOf(context), context.clock())),
  colleagues: os.account.colleagues.handler(async ({ input, context }) => ({
    colleagues: await colleaguesOf(context.db, actorOf(context), input.search, context.clock()),
  })),
  lend: os.account.lend.handler(({ input, context }) => lend(context.db, actorOf(context), input, context.clock())),
  endLending: os.account.endLending.handler(({ input, context }) =>
    endOwnLending(context.db, callerOf(context), input.id, context.clock()),
  ),
});

const people = os.people.router({
  list: os.people.list.handler(({ input, context }) => readPeople(context.db, actorOf(context), input, context.clock())),
  read: os.people.read.handler(({ input, context }) => readPerson(context.db, actorOf(context), input.id, context.clock())),
  invite: os.people.invite.handler(({ input, context }) =>
    invite(context.db, actorOf(context), input, sendingOf(context), context.clock()),
  ),
  change: os.people.change.handler(({ input, context }) =>
    changePerson(context.db, actorOf(context), input.id, input, context.language, context.clock()),
  ),
  makeLink: os.people.makeLink.handler(({ input, context }) =>
    handLink(context.db, actorOf(context), input.id, input.mail, sendingOf(context), context.clock()),
  ),
  deactivate: os.people.deactivate.handler(({ input, context }) =>
    deactivate(context.db, actorOf(context), input.id, input.version, context.clock()),
  ),
  reactivate: os.people.reactivate.handler(({ input, context }) =>
    reactivate(context.db, actorOf(context), input.id, input.version, context.clock()),
  ),
  resetSecondFactor: os.people.resetSecondFactor.handler(({ input, context }) =>
    resetSecondFactor(context.db, actorOf(context), input.id, context.clock()),
  ),
  endSessions: os.people.endSessions.handler(({ input, context }) =>
    endSessionsOf(context.db, actorOf(context), input.id, context.clock()),
  ),
  givePost: os.people.givePost.handler(({ input, context }) => givePost(context.db, actorOf(context), input.id, input, context.clock())),
  changePost: os.people.changePost.handler(({ input, context }) =>
    changePost(context.db, actorOf(context), input.id, input, context.clock()),
  ),
  endPost: os.people.endPost.handler(({ input, context }) =>
    endPost(context.db, actorOf(context), input.id, input.version, context.clock()),
  ),
});

export const identityRoutes = os.router({ entry, account, people });
