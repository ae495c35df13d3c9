export { actNames, fieldNames } from "./messages.ts";
export { indicatorsRoutes } from "./routes.ts";
export { openRoundsDaily } from "./jobs.ts";
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
export {
  readTotals,
  readValues,
  sumOverTime,
  withdrawSubmission,
  withdrawValues,
  writeValues,
  type GivenCell,
  type TotalRow,
  type TotalsRead,
} from "./service/figures.ts";
