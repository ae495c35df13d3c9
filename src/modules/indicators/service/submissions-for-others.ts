import type { RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { CellKey, Figure } from "../contract/cells.ts";
import type { Tier } from "../contract/figures.ts";
import type { FigureSaid } from "../contract/submissions.ts";
import type { UnitStand } from "../domain/rounds-standing.ts";
import { unitsOfRounds } from "../store/rounds-units.ts";
import { sentIn } from "../store/submissions-sendings.ts";
import { roundAsks } from "./rounds-reading.ts";
import { standsOf } from "./rounds-stands.ts";

/** Where units stand in rounds: the revision that counts, when it came, its signed document. Units that have not begun are left out. */
export async function standOfUnits(db: Database, rounds: readonly RoundId[]): Promise<UnitStand[]> {
  const [stand, duties] = await Promise.all([standsOf(db, rounds), unitsOfRounds(db, rounds)]);
  return duties.flatMap((duty) => stand(duty) ?? []);
}

/** What one unit sent and what counts of it: figures as they were sent, with the words that make one inexact. */
export type SubmissionSent = {
  submissionId: SubmissionId;
  unitId: UnitId;
  rev: number;
  state: "submitted" | "approved";
  sentOn: CalendarDate;
  sentAt: Date;
  late: boolean;
  figures: Map<CellKey, Figure & { said: FigureSaid | null }>;
};

/** What was sent in a round and counts. `approved`: what the receiver approved; `provisional`: every current one. */
export async function submissionsOf(db: Database, roundId: string, tier: Tier = "provisional"): Promise<SubmissionSent[]> {
  const rows = await sentIn(db, roundId, tier);
  return rows.map(({ submissionId, unitId, rev, state, sentAt, late, content }) => {
    const said = new Map<CellKey, FigureSaid>();
    for (const { cells } of content.parts)
      for (const [key, { answer }] of Object.entries(cells)) {
        // A sum with "khoảng" in it is "khoảng", whatever the other parts say.
        if (answer?.said && said.get(key) !== "khoảng") said.set(key, answer.said);
      }
    return {
      submissionId,
      unitId,
      rev,
      state: state === "approved" ? "approved" : "submitted",
      sentOn: vietnamDate(sentAt),
      sentAt,
      late,
      figures: new Map(Object.entries(content.merged).map(([key, figure]) => [key, { ...figure, said: said.get(key) ?? null }])),
    };
  });
}

/** Words that a unit wrote under a heading, in the form's order. `byUnit`: the body that filled the section. */
export type NarrativeSent = {
  submissionId: SubmissionId;
  unitId: UnitId;
  byUnit: UnitId;
  sectionId: string;
  number: string;
  heading: string;
  text: string;
  state: "submitted" | "approved";
  sentAt: Date;
};

export async function narrativesOf(db: Database, roundId: string, tier: Tier = "provisional"): Promise<NarrativeSent[]> {
  const rows = await sentIn(db, roundId, tier);
  if (rows.length === 0) return [];
  const { content: form } = await roundAsks(db, roundId as RoundId);
  return form.sections.flatMap(({ id, number, heading }) =>
    rows.flatMap(({ submissionId, unitId, state, sentAt, content }) =>
      content.parts
        .filter((part) => part.sectionId === id && (part.narrative ?? "").trim() !== "")
        .map((part) => ({
          submissionId,
          unitId,
          byUnit: part.unitId,
          sectionId: id,
          number,
          heading,
          text: part.narrative ?? "",
          state: state === "approved" ? ("approved" as const) : ("submitted" as const),
          sentAt,
        })),
    ),
  );
}
