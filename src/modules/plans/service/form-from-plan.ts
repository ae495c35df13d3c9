import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import type { PeriodKind } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { createForm, wholeDictionary, type IndicatorSummary } from "../../indicators/index.ts";
import { basisOf, contentOf as formContentOf, dueOf, rhythmsOf, type AskedTarget } from "../domain/form-from-plan.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { PlanItem } from "../shapes.ts";
import { isInForce } from "../store/editions.ts";
import { linksOf } from "../store/targets.ts";
import type { TargetLink } from "../targets-shapes.ts";
import { contentOf, seePlan, type Content } from "./reading.ts";
import { journalOf } from "./targets-counting.ts";
import { isTarget, linkedIndicators, linkedTargets } from "./targets-linking.ts";
import { indicatorsFor } from "./targets-values.ts";

/**
 * Makes a draft form that asks for what a plan in force set: a row for each target whose figure the dictionary holds, period
 * and day from the duty to report, the plan's own words for who reports. `left`: targets that no indicator holds; they stand
 * in the form as words.
 */
export async function makeFormFromPlan(
  db: Database,
  actor: Actor,
  clock: () => Date,
  sources: readonly MeasureSource[],
  { id, reportId, kind }: { id: string; reportId?: string; kind?: PeriodKind },
): Promise<{ formId: string; left: { itemId: string; text: string }[] }> {
  return transaction(db, async (tx) => {
    const { edition, standing } = await seePlan(tx, actor, id);
    authorise(mayDraft(actor, standing), "plan:draft");
    if (!isInForce(edition)) throw problem("wrong_state", say("notInForce"));
    const content = await contentOf(tx, edition);
    const reports = content.items.filter((item) => item.kind === "report");
    const report = reportId === undefined ? (reports[0] ?? null) : reports.find((item) => item.id === reportId);
    if (report === undefined) throw problem("not_found", say("noItem"));
    const confirmed = await linksOf(tx, id);
    const indicators = await indicatorsFor(tx, edition.issuerId, linkedIndicators(confirmed));
    const items = content.items.filter(isTarget);
    const links = linkedTargets(items, confirmed, await journalOf(tx, sources), indicators);
    const dictionary = await wholeDictionary(tx);
    const targets = items.map((item): AskedTarget => ({ item, row: rowOf(links.get(item.id)?.link ?? null, dictionary) }));
    const periodKind = kind ?? rhythmsOf(report?.due ?? null)[0] ?? "year";
    const due = dueOf(report?.due ?? null, periodKind);
    const form = await createForm(
      tx,
      actor,
      {
        origin: "plan",
        planId: id,
        documentId: edition.documentId,
        ownerId: unitId(edition.issuerId),
        title: say("formOf", { title: edition.title }).vi.slice(0, 500),
        basis: basisOf(edition),
        receiverText: report?.reporting
          ? [report.reporting.to, report.reporting.via && `(qua ${report.reporting.via})`].filter(Boolean).join(" ")
          : "",
        addressees: addresseesOf(content, report ? [report] : items),
        periods: { kind: periodKind },
        ...(due ? { due } : {}),
        content: formContentOf(
          targets,
          content.items.filter((item) => item.kind === "task"),
        ),
      },
      clock(),
    );
    return {
      formId: form.id,
      left: targets.filter(({ row }) => row === null).map(({ item }) => ({ itemId: item.id, text: item.figure ?? item.text })),
    };
  });
}

/** The plan's expressions as its editors read them; what means no unit is left out. */
function addresseesOf({ expressions }: Content, items: readonly PlanItem[]): string[] {
  const asked = new Set(items.flatMap(({ leads }) => leads.map(({ expressionId }) => expressionId)));
  return [
    ...new Set(expressions.filter((row) => asked.has(row.id) && row.skipped === null).map(({ readAs, printed }) => readAs ?? printed)),
  ].slice(0, 50);
}

/** The cell that holds a target's figure: the indicator it is linked with, or the one that is filled from the same measures. */
function rowOf(link: TargetLink | null, dictionary: readonly IndicatorSummary[]): AskedTarget["row"] {
  if (link?.source === "indicator" && link.indicator) {
    const { id, name, unit, member } = link.indicator;
    return { indicatorId: id, member, label: name, unit };
  }
  if (link?.source !== "measures") return null;
  const names = link.measures.map(({ name }) => name).toSorted();
  for (const { id, name, unit, measures, owner } of dictionary) {
    const same = measures.find(
      (each) => each.part === "value" && each.names.length === names.length && each.names.toSorted().every((one, at) => one === names[at]),
    );
    if (same && owner === null) return { indicatorId: id, member: same.member, label: name, unit };
  }
  return null;
}
