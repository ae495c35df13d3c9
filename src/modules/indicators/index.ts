export { actNames, fieldNames } from "./messages.ts";
export { indicatorsRoutes } from "./routes.ts";
export { foldFigures, openRoundsDaily, proveFigures } from "./jobs.ts";
export type { AlreadyGiven, Form, FormContent, FormRow, FormSection, FormSettings, NewFormInput } from "./contract/forms.ts";
export type { RoundDuty, RoundHead, RoundUnit } from "./contract/rounds.ts";
export { createForm, type FormSource } from "./service/forms-editing.ts";
export { publishForm } from "./service/forms-publishing.ts";
export { readForm } from "./service/forms-reading.ts";
export { alreadyGiven } from "./service/forms-sharing.ts";
export { excuseFromRound, extendRound, extendUnit, fixFigures } from "./service/rounds-acts.ts";
export { openAllRounds, openByHand, openRounds } from "./service/rounds-opening.ts";
export {
  canSeeForm,
  canSeeRound,
  findRoundOwed,
  mayGiveRoundTime,
  roundsAsked,
  roundsOnDesk,
  roundsOwed,
  searchForms,
  type OwedRound,
} from "./service/rounds-owed.ts";
export { readAsked, readOwed, readRound, roundAsks, seeRound, type RoundAsks } from "./service/rounds-reading.ts";
export { readRoom } from "./service/rounds-room.ts";
export { cellKey, cellOf, percentOf, type Cell, type Figure } from "./contract/cells.ts";
export type { Indicator, IndicatorSummary, MeasureLink, NewIndicatorInput, ValueKind } from "./contract/dictionary.ts";
export { valueKey, type CellValue, type Series, type Tier, type TotalCell } from "./contract/figures.ts";
export { indicatorsByIds, wholeDictionary } from "./service/dictionary.ts";
export { canSeeIndicator, createIndicator } from "./service/dictionary-editing.ts";
export { sumOverTime } from "./domain/figures.ts";
export { withdrawSubmission, withdrawValues, writeValues, type GivenCell } from "./service/figures.ts";
export { readValues } from "./service/figures-reading.ts";
export { readTotals, type TotalRow, type TotalsRead } from "./service/totals.ts";
export type { CellAnswer, FigureSaid, Receipt, Submission, SubmissionState } from "./contract/submissions.ts";
export { layoutDownloads } from "./downloads/layouts.ts";
export { submissionDownloads } from "./downloads/submissions.ts";
export { approveMany, approveSubmission, returnSubmission, submissionsOnDesk } from "./service/approval.ts";
export { attachDocument, correctSubmission, documentSigned } from "./service/submissions-correcting.ts";
export { doneWithPart, openSubmission, readSubmission, savePart } from "./service/submissions-entering.ts";
export { enterAndSubmit, enterSubmission, type Filling } from "./service/submissions-filling.ts";
export { narrativesOf, standOfUnits, submissionsOf, type NarrativeSent, type SubmissionSent } from "./service/submissions-for-others.ts";
export { canSeeSubmission, oddestOf, partsOnDesk } from "./service/submissions-reading.ts";
export { submitReport, takeBack } from "./service/submissions-sending.ts";
export { noSources, type SubmissionSources } from "./service/submissions-sources.ts";
export { indicatorMatcher, type IndicatorMatch } from "./service/intake-matching.ts";
export { roundsOfOwners } from "./store/rounds.ts";
export { unitsOfRounds } from "./store/rounds-units.ts";
