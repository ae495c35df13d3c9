import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { counts, proposeLinks } from "../domain/targets-proposing.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { PlanItem } from "../shapes.ts";
import { isInForce } from "../store/editions.ts";
import { itemsOf } from "../store/items.ts";
import { linksOf, saveLink, type LinkRow } from "../store/targets.ts";
import type { TargetLink, TargetLinkInput, TargetMeasure } from "../targets-shapes.ts";
import { lockPlan, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { journalOf, type Journal } from "./targets-counting.ts";
import { indicatorsFor, type KnownIndicators } from "./targets-values.ts";

export type TargetItem = PlanItem & { target: NonNullable<PlanItem["target"]> };

export const isTarget = (item: PlanItem): item is TargetItem => item.target !== null;

/** What stands under a target on the screen: the link that counts, and for editors what else it might be. */
export type Linked = { link: TargetLink | null; proposals: TargetLink[] };

const measuresOf = (journal: Journal, names: readonly string[]): TargetMeasure[] =>
  names.map((name) => {
    const known = journal.known.get(name);
    return { name, title: known?.title ?? { vi: name, en: name }, unit: known?.unit ?? "" };
  });

/** Links of an edition's targets: confirmed ones as they are, else what the words propose, best first. */
export function linkedTargets(
  items: readonly TargetItem[],
  confirmed: ReadonlyMap<string, LinkRow>,
  journal: Journal,
  indicators: KnownIndicators,
): Map<string, Linked> {
  const known = new Set(journal.known.keys());
  return new Map(
    items.map((item) => {
      const proposals = [...proposedByWords(item, journal, known), ...indicators.propose(item)].toSorted(
        (a, b) => b.confidence - a.confidence,
      );
      const row = confirmed.get(item.id);
      const [best] = proposals;
      const link = row ? stored(row, journal, indicators) : best && best.confidence >= counts ? best : null;
      return [item.id, { link, proposals: proposals.slice(0, 5) }];
    }),
  );
}

function proposedByWords(item: TargetItem, journal: Journal, known: ReadonlySet<string>): TargetLink[] {
  return proposeLinks(item.target, `${item.quote} ${item.text}`, known).map(({ measures, scope, confidence, words }) => ({
    source: "measures",
    measures: measuresOf(journal, measures),
    indicator: null,
    scope,
    confirmed: false,
    confirmedBy: null,
    confidence,
    why: words,
    version: 0,
  }));
}

const stored = (row: LinkRow, journal: Journal, indicators: KnownIndicators): TargetLink => ({
  source: row.source,
  measures: measuresOf(journal, row.measures),
  indicator: row.indicatorId === null ? null : indicators.named(row.indicatorId, row.member),
  scope: row.scope,
  confirmed: true,
  confirmedBy: row.confirmedBy,
  confidence: 1,
  why: row.reason,
  version: row.version,
});

export const linkedIndicators = (links: ReadonlyMap<string, LinkRow>): number[] => [
  ...new Set([...links.values()].flatMap(({ indicatorId }) => indicatorId ?? [])),
];

/** An editor of the issuer says what a target counts; a later look may change it. */
export function linkTarget(
  db: Database,
  actor: Actor,
  clock: () => Date,
  sources: readonly MeasureSource[],
  { id, itemId, version, link }: { id: string; itemId: string; version: number; link: TargetLinkInput },
): Promise<TargetLink> {
  return transaction(db, async (tx) => {
    const { editions, standing } = await lockPlan(tx, actor, id);
    authorise(mayDraft(actor, standing), "plan:draft");
    const edition = editions.find(isInForce) ?? editions.at(-1);
    const item = edition && (await itemsOf(tx, edition.id)).filter(isTarget).find((each) => each.id === itemId);
    if (!edition || !item) throw problem("not_found", say("noItem"));
    const journal = await journalOf(tx, sources);
    const indicators = await indicatorsFor(tx, edition.issuerId, link.indicatorId === null ? [] : [link.indicatorId]);
    const unknown = link.measures.filter((name) => !journal.known.has(name));
    if (unknown.length > 0) throw problem("invalid_input", say("noMeasure"), { fields: { measures: say("noMeasure").vi } });
    if (link.indicatorId !== null && indicators.named(link.indicatorId, link.member) === null)
      throw problem("invalid_input", say("noIndicator"), { fields: { indicatorId: say("noIndicator").vi } });
    const before = (await linksOf(tx, id)).get(itemId);
    const by = { id: actor.personId, name: actor.personName, at: clock() };
    const written = await saveLink(tx, { planId: id, itemId }, version, link, by);
    mustBeCurrent(written, before ? { version: before.version } : undefined);
    const after = (await linksOf(tx, id)).get(itemId);
    if (!after) throw problem("not_found", say("noItem"));
    await recordPlanAct(tx, actor, {
      act: "plan:link-target",
      edition,
      before: before ? wordsFor(before) : undefined,
      after: { clause: item.clause, ...wordsFor(after) },
    });
    return stored(after, journal, indicators);
  });
}

const wordsFor = ({ source, measures, indicatorId, member, reason }: LinkRow) => ({
  counts: source === "measures" ? measures.join(", ") : source === "indicator" ? `${indicatorId}${member && `:${member}`}` : (reason ?? ""),
});
