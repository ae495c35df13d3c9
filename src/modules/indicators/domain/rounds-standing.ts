import type { RoundId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import { addDays, daysBetween, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Edge } from "../../units/contract.ts";
import type { CountsOnTime } from "../contract/forms.ts";
import type { RoundCounts, RoundProgress, RoundStanding, RoundState } from "../contract/rounds.ts";

/**
 * What a unit has sent in a round, as submissions know it: the newest revision that was sent, or the draft while none was.
 * A correction being prepared does not take back what was approved.
 */
export type UnitStand = {
  roundId: RoundId;
  unitId: UnitId;
  submissionId: SubmissionId;
  state: "draft" | "submitted" | "returned" | "approved";
  /** Vietnamese day of the first sending in this round, of any revision: what came in time and went back is not late. */
  firstSentOn: CalendarDate | null;
  /** The last sending. */
  sentAt: Date | null;
  approvedAt: Date | null;
  /** The signed document: its own day when it is known. */
  document: { number: string | null; date: CalendarDate | null; attachedAt: Date } | null;
};

/** The obligation itself. */
export type UnitDuty = { edge: Edge; lastDay: CalendarDate; excused: boolean };

export type Standing = {
  progress: RoundProgress;
  standing: RoundStanding;
  owes: boolean;
  late: boolean;
  daysLeft: number;
};

export const soonDays = 7;

const progressOf: Record<UnitStand["state"], RoundProgress> = {
  draft: "draft",
  submitted: "sent",
  returned: "returned",
  approved: "approved",
};

/** The day that is compared with the last day; null while what counts has not come. */
function dayThatCounts(stand: UnitStand | undefined, counts: CountsOnTime): CalendarDate | null {
  if (!stand) return null;
  if (counts === "figures") return stand.firstSentOn;
  return stand.document && (stand.document.date ?? vietnamDate(stand.document.attachedAt));
}

/** Where a unit stands on `today`. A red mark is for what a subordinate was assigned and did not send in time, and for nothing else. */
export function standingOf(
  duty: UnitDuty,
  stand: UnitStand | undefined,
  { countsOnTime, state, today }: { countsOnTime: CountsOnTime; state: RoundState; today: CalendarDate },
): Standing {
  const progress = stand ? progressOf[stand.state] : "not-begun";
  const sent = progress === "sent" || progress === "approved";
  const documentMissing = countsOnTime === "document" && !stand?.document;
  const owes = state === "open" && !duty.excused && (!sent || documentMissing);
  const came = dayThatCounts(stand, countsOnTime);
  // A round that was ended asks for nothing any more: what never came is not late.
  const afterItsDay = came === null ? state === "open" && duty.lastDay < today : came > duty.lastDay;
  const late = duty.edge === "assign" && !duty.excused && afterItsDay;
  const shared = { progress, owes, late, daysLeft: daysBetween(today, duty.lastDay) };
  if (duty.excused && !sent) return { ...shared, standing: "excused" };
  if (!owes) return { ...shared, standing: progress === "sent" && state === "open" ? "waiting" : "over" };
  if (came === null && duty.lastDay < today) return { ...shared, standing: duty.edge === "assign" ? "late" : "past" };
  if (progress === "returned") return { ...shared, standing: "returned" };
  if (sent) return { ...shared, standing: "document" };
  return { ...shared, standing: duty.lastDay <= addDays(today, soonDays) ? "soon" : "later" };
}

/** How a round stands over all its units. */
export function countStandings(units: readonly (Standing & { documented: boolean; excused: boolean })[]): RoundCounts {
  const at = (wanted: RoundProgress) => units.filter(({ progress, excused }) => progress === wanted && !excused).length;
  return {
    units: units.length,
    notBegun: at("not-begun"),
    draft: at("draft"),
    sent: at("sent"),
    returned: at("returned"),
    approved: at("approved"),
    excused: units.filter(({ excused }) => excused).length,
    documents: units.filter(({ documented }) => documented).length,
    owing: units.filter(({ owes }) => owes).length,
    late: units.filter(({ late }) => late).length,
  };
}
