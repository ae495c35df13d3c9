import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { squeeze } from "../../../kernel/text.ts";
import { formatShortDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { resultsOf, type AppraisalResult } from "../../appraisal/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Suggestion, Why } from "../contract.ts";
import { earlierOf } from "../store/earlier.ts";
import { evidenceFor, type EvidenceRow } from "../store/evidence.ts";
import { getCampaign, unitIn } from "./view.ts";

const most = 40;

const levelWords: Record<string, string> = { commune: "cấp xã", district: "cấp huyện", province: "cấp tỉnh", centre: "cấp Trung ương" };

/** Each reason by itself, in the words of the record it comes from. */
export function whyOf({ recognitions, grades, goals, reached, copies, step }: EvidenceRow): Why[] {
  return [
    ...recognitions.map(({ level, on, number }): Why => ({
      source: "recognition",
      text: `Được công nhận ${levelWords[level] ?? level} ngày ${formatShortDate(on)}${number ? ` (${number})` : ""}`,
    })),
    ...grades.map(({ year, name }): Why => ({ source: "grade", text: `Phân loại năm ${year}: ${name}` })),
    ...(goals > 0 && reached === goals ? [{ source: "goals" as const, text: `Đạt cả ${goals} mục tiêu đã đăng ký` }] : []),
    ...(goals > 0 && reached < goals ? [{ source: "goals" as const, text: `Đạt ${reached}/${goals} mục tiêu đã đăng ký` }] : []),
    ...(copies > 0 ? [{ source: "copies" as const, text: `Đã có ${copies} nơi làm theo` }] : []),
    ...(step === 4 ? [{ source: "exemplar" as const, text: "Đã tổng kết (bước 4)" }] : []),
  ];
}

/** Closed appraisals of the period, in the words of their rubric; points are not shown and never added up. */
const appraised = (results: readonly AppraisalResult[], from: string, until: string): Why[] =>
  results.flatMap(({ round, result, concludedOn }) =>
    result !== null && round.periodFrom <= until && round.periodUntil >= from
      ? [
          {
            source: "appraisal" as const,
            text: `${round.title}: ${result.outcome}${concludedOn ? `, ${formatShortDate(concludedOn)}` : ""}`,
          },
        ]
      : [],
  );

/** What the system holds that may be worth an award in the campaign, and why; what was awarded already says so. */
export async function readSuggestions(
  db: Database,
  actor: Actor,
  { id, text }: { id: string; text: string },
): Promise<{ items: Suggestion[] }> {
  authorise(may(actor, "exemplar:view"), "exemplar:view");
  const { campaign } = await getCampaign(db, actor, id);
  const rows = await evidenceFor(db, {
    reader: actor.unitId,
    from: campaign.period_from,
    until: campaign.period_until,
    words: squeeze(text).split(" ").filter(Boolean),
    limit: most,
  });
  const [units, results] = await Promise.all([
    unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]),
    resultsOf(
      db,
      "exemplar",
      rows.map((row) => row.id),
    ),
  ]);
  const items: Suggestion[] = [];
  for (const row of rows) {
    const earlier = await earlierOf(db, {
      unitId: row.lead_id,
      exemplarId: row.id,
      name: row.name,
      from: campaign.period_from,
      until: campaign.period_until,
    });
    items.push({
      exemplarId: row.id,
      name: row.name,
      subject: row.kind === "person" ? "individual" : "collective",
      unit: unitIn(units, row.lead_id),
      why: [...whyOf(row), ...appraised(results.get(row.id) ?? [], campaign.period_from, campaign.period_until)],
      earlier,
    });
  }
  return { items };
}
