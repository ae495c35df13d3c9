/** Identity types: a unit's number cannot be passed where a person is meant. */
type Brand<T, Name extends string> = T & { readonly __id: Name };

/** Units are plain integers: they are joined in every roll-up, and never reused. */
export type UnitId = Brand<number, "unit">;
/** Everything else is a uuidv7 made by the database. */
export type PersonId = Brand<string, "person">;
export type PostId = Brand<string, "post">;
export type SessionId = Brand<string, "session">;
export type DocumentId = Brand<string, "document">;
export type PlanId = Brand<string, "plan">;
export type WorkId = Brand<string, "work">;
export type ActivityId = Brand<string, "activity">;
/** Indicators are plain integers, like units: they are joined in every roll-up. */
export type IndicatorId = Brand<number, "indicator">;
export type FormId = Brand<string, "form">;
export type RoundId = Brand<string, "round">;
export type SubmissionId = Brand<string, "submission">;
export type ReportId = Brand<string, "report">;

export type RubricId = Brand<string, "rubric">;
export type AppraisalRoundId = Brand<string, "appraisal-round">;
export type SubjectId = Brand<string, "subject">;
export type SheetId = Brand<string, "sheet">;

export type ExemplarId = Brand<string, "exemplar">;
export type ExemplarRoundId = Brand<string, "exemplar-round">;

export const unitId = (value: number): UnitId => value as UnitId;

/** What an act was about, in the audit record and in history panels: `{ kind: "plan", id: "0199…" }`. */
export type Thing = { kind: string; id: string };
