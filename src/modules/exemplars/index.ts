import type { ActNames, FieldNames } from "../audit/contract.ts";
import { actNames as learningActs, fieldNames as learningFields } from "./learning/messages.ts";
import { actNames as likenessActs, fieldNames as likenessFields } from "./likeness/messages.ts";
import { actNames as lifeActs, fieldNames as lifeFields } from "./life/messages.ts";
import { actNames as recognitionActs, fieldNames as recognitionFields } from "./recognition/messages.ts";
import { actNames as ownActs, fieldNames as ownFields } from "./messages.ts";

export { exemplarDownloads } from "./downloads.ts";
export { exemplarJobs } from "./jobs.ts";
export {
  findRegistrationOwed,
  giveRegistrationTime,
  mayGiveRegistrationTime,
  acceptancesToTell,
  registrationsOnDesk,
  registrationsOwed,
  returnsToTell,
  type OwedRegistration,
} from "./registration/service/waiting.ts";
export { exemplarsRoutes } from "./routes.ts";
export { canSeeExemplar, canSeeExemplarRound, searchExemplars } from "./service/reading.ts";
export { forgetTouched } from "./figures/boards.ts";
export { exemplarMeasures, exemplarNarratives } from "./figures/source.ts";
export { printOnBlank, type BlankTexts } from "./recognition/paper/blank.ts";
export { canSeeDecision, decisionsToSign, recognitionNews, recognitionsToTell } from "./recognition/service/for-others.ts";
export { verifyCertificate } from "./recognition/service/recognitions.ts";
export { readBlanks } from "./recognition/service/blanks.ts";
export { findBlank } from "./recognition/store/blanks.ts";
export { nextDecisionNumber, takeDecisionNumber } from "./recognition/service/numbering.ts";
export { lifeOnDesk } from "./life/desk.ts";
export { tellMilestone } from "./life/service/milestones.ts";

export const actNames: ActNames = { ...ownActs, ...lifeActs, ...likenessActs, ...learningActs, ...recognitionActs };
export const fieldNames: FieldNames = { ...ownFields, ...lifeFields, ...likenessFields, ...learningFields, ...recognitionFields };
export { getVisible, readExemplar } from "./service/view.ts";
export { contentNames, fieldTitles, kindNames } from "./messages.ts";
/** Acts that the demo does as people do. */
export type { ExemplarDetail } from "./contract.ts";
export { addEvent } from "./life/service/evidence.ts";
export { addReading } from "./life/service/readings.ts";
export { passStep } from "./life/service/steps.ts";
export { createDecision, presentDecision } from "./recognition/service/drafting.ts";
export { enterPaper, signDecision } from "./recognition/service/signing.ts";
export type { DecisionDetail } from "./recognition/contract.ts";
export { readLife } from "./life/service/view.ts";
export type { EventIn } from "./life/shapes.ts";
export { addPictures } from "./pictures/adding.ts";
export { blurPicture, editPicture, recordConsent } from "./pictures/changing.ts";
export { processOne as processPictureNow } from "./pictures/processing.ts";
export { readPictures } from "./pictures/view.ts";
export { addStudy, copyExemplar } from "./learning/service/acts.ts";
export { writeLesson } from "./learning/service/page.ts";
export { acceptExemplar, createExemplar, editExemplar, registerExemplar } from "./service/registering.ts";
export { closeRound, createRound, openRound } from "./service/rounds.ts";
