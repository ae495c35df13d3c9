import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { contestsRoutes } from "./contests/routes.ts";
import { awardsContract } from "./contract.ts";
import { createCampaign, editCampaign, moveCampaign, readCampaign, readCampaigns, readCandidates } from "./service/campaigns.ts";
import {
  createCandidate,
  editCandidate,
  erasePerson,
  findEarlier,
  proposeCandidate,
  readCandidate,
  returnCandidate,
  withdrawCandidate,
} from "./service/candidates.ts";
import { closeMeeting, createMeeting, editMeeting, readCouncil } from "./service/council.ts";
import { cancelDecision, draftDecision, signDecision } from "./service/deciding.ts";
import { changeForm, readForms } from "./service/forms.ts";
import { attachPaper, removePaper } from "./service/papers.ts";
import { eraseFromRegister, readRegister, recordAward, revoke } from "./service/register.ts";
import { readSuggestions } from "./service/suggesting.ts";

const os = routesFor(awardsContract);

export const awardsRoutes = os.router({
  contests: contestsRoutes,
  forms: {
    list: os.forms.list.handler(({ context }) => readForms(context.db, actorOf(context))),
    save: os.forms.save.handler(({ input, context }) => changeForm(context.db, actorOf(context), input)),
  },
  campaigns: {
    list: os.campaigns.list.handler(({ input, context }) => readCampaigns(context.db, actorOf(context), input)),
    get: os.campaigns.get.handler(({ input, context }) => readCampaign(context.db, actorOf(context), input.id)),
    create: os.campaigns.create.handler(({ input, context }) => createCampaign(context, actorOf(context), input)),
    edit: os.campaigns.edit.handler(({ input, context }) => editCampaign(context, actorOf(context), input)),
    move: os.campaigns.move.handler(({ input, context }) => moveCampaign(context, actorOf(context), input)),
    suggestions: os.campaigns.suggestions.handler(({ input, context }) => readSuggestions(context.db, actorOf(context), input)),
    candidates: os.campaigns.candidates.handler(({ input, context }) => readCandidates(context.db, actorOf(context), input)),
    council: os.campaigns.council.handler(({ input, context }) => readCouncil(context.db, actorOf(context), input.id)),
  },
  candidates: {
    get: os.candidates.get.handler(({ input, context }) => readCandidate(context.db, actorOf(context), input.id)),
    earlier: os.candidates.earlier.handler(({ input, context }) => findEarlier(context.db, actorOf(context), input)),
    create: os.candidates.create.handler(({ input, context }) => createCandidate(context, actorOf(context), input)),
    edit: os.candidates.edit.handler(({ input, context }) => editCandidate(context, actorOf(context), input)),
    propose: os.candidates.propose.handler(({ input, context }) => proposeCandidate(context, actorOf(context), input)),
    withdraw: os.candidates.withdraw.handler(({ input, context }) => withdrawCandidate(context, actorOf(context), input)),
    return: os.candidates.return.handler(({ input, context }) => returnCandidate(context, actorOf(context), input)),
    erase: os.candidates.erase.handler(({ input, context }) => erasePerson(context, actorOf(context), input)),
  },
  papers: {
    attach: os.papers.attach.handler(({ input, context }) => attachPaper(context, actorOf(context), input)),
    takeOff: os.papers.takeOff.handler(({ input, context }) => removePaper(context, actorOf(context), input.id)),
  },
  meetings: {
    create: os.meetings.create.handler(({ input, context }) => createMeeting(context, actorOf(context), input)),
    edit: os.meetings.edit.handler(({ input, context }) => editMeeting(context, actorOf(context), input)),
    close: os.meetings.close.handler(({ input, context }) => closeMeeting(context, actorOf(context), input)),
  },
  decisions: {
    create: os.decisions.create.handler(({ input, context }) => draftDecision(context, actorOf(context), input)),
    sign: os.decisions.sign.handler(({ input, context }) => signDecision(context, actorOf(context), input)),
    cancel: os.decisions.cancel.handler(({ input, context }) => cancelDecision(context, actorOf(context), input)),
  },
  register: {
    list: os.register.list.handler(({ input, context }) => readRegister(context.db, actorOf(context), input)),
    record: os.register.record.handler(({ input, context }) => recordAward(context, actorOf(context), input)),
    revoke: os.register.revoke.handler(({ input, context }) => revoke(context, actorOf(context), input)),
    erase: os.register.erase.handler(({ input, context }) => eraseFromRegister(context, actorOf(context), input)),
  },
});
