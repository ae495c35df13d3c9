import { facts } from "../../../kernel/facts.ts";
import { may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { plus } from "../../../kernel/decimals.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Targets } from "../../plans/contract.ts";
import { readPlan, readTargets } from "../../plans/index.ts";
import { lineReaches } from "../../units/index.ts";
import { publicFigure } from "../domain/people.ts";
import { tellsNumber } from "../domain/telling.ts";
import { isSmall } from "../domain/withhold.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import type { ShownItem, ShownPlan } from "../shapes.ts";
import { planFlags } from "../store/sources.ts";
import { noFacets, type Ask, type Seen, type Showing } from "./seen.ts";

type Progress = NonNullable<ShownItem["progress"]>;

/** How far a target is in all. A sum is told where every unit counts its own records, so that nothing is added twice. */
function progressOf({ targets, units }: Targets, itemId: string): Progress | null {
  const target = targets.find((each) => each.itemId === itemId);
  if (!target || target.window === null) return null;
  const cells = units.flatMap(({ cells: own }) => own.filter((cell) => cell.itemId === itemId));
  // What was sent and not approved yet is not told.
  const sure = cells.filter(({ provisional }) => !provisional);
  const values = sure.flatMap(({ value }) => (value === null ? [] : [value]));
  const adds =
    target.link !== null && !target.unit.includes("%") && (target.link.scope === "own" || cells.length === 1) && values.length > 0;
  const sum = adds ? values.reduce((a, b) => plus(a, b), "0") : null;
  const reached = sure.filter(({ state }) => state === "reached").length;
  return {
    done: sum === null ? null : { value: publicFigure(sum, target.unit), unit: target.unit },
    reached: isSmall(reached) && cells.length > 1 ? null : String(reached),
    bound: cells.length,
    source: target.link === null || target.link.source === "none" ? "none" : target.link.source === "measures" ? "journal" : "approved",
  };
}

export async function showPlan({ db, clock, sources }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> {
  const flags = await planFlags(db, thingId);
  if (!flags || !may(actor, "publication:open") || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, flags.issuer) }))
    throw problem("not_found", say("noThing"));
  // Who may publish for the whole line need not be among those whom the plan addresses: the issuer's own view is what is shown.
  const plan = await readPlan(db, actor, thingId);
  const targets = await readTargets(db, actor, clock, sources, { id: thingId });
  const left = new Set(choice.leftOut);
  const items = plan.items.map((item): ShownItem => ({
    id: item.id,
    kind: item.kind,
    clause: item.clause,
    text: item.text,
    figure: item.figure,
    due: item.due.text,
    lastDay: item.due.lastDay,
    leads: item.leads.map(({ printed }) => printed),
    progress: item.kind === "target" && targets.whole ? progressOf(targets, item.id) : null,
  }));
  const kept = items.filter(({ id }) => !left.has(id));
  const shown: ShownPlan = {
    words: kept.map(({ text }) => text).join(" "),
    title: plan.title,
    docType: plan.docType,
    number: plan.number,
    issuer: plan.issuer.name,
    issueDate: plan.issueDate,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    year: targets.year,
    asOf: vietnamDate(clock()),
    items: kept,
  };
  const told = kept.find(({ text }) => tellsNumber(text));
  const blocked = (): Text | null => {
    if (flags.internal) return say("internal");
    if (flags.party) return say("party");
    if (!flags.issued || (plan.state !== "issued" && plan.state !== "closed")) return say("notIssued");
    if (kept.length === 0) return say("nothingLeft");
    return told ? say("phoneFound", { where: told.clause || told.text.slice(0, 40) }) : null;
  };
  return {
    unitId: flags.issuer,
    unitName: plan.issuer.name,
    title: plan.title,
    shown,
    facets: { ...noFacets, year: plan.issueDate === null ? null : Number(plan.issueDate.slice(0, 4)) },
    parts: items.map(({ id, clause, text, figure }) => ({
      id,
      group: "item" as const,
      label: clause || "–",
      text: facts([text, figure]),
      thumb: null,
    })),
    choice,
    blocked: blocked(),
    notes: [
      say("noteTargets"),
      ...(kept.some(({ progress }) => progress?.reached === null || progress?.done?.value === null) ? [say("noteWithheld")] : []),
    ],
    needsConsent: false,
  };
}
