import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { tellContest } from "../../awards/index.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import type { Part } from "../contract.ts";
import { tellsNumber } from "../domain/telling.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import type { ShownContest } from "../shapes.ts";
import { noFacets, type Ask, type Seen, type Showing } from "./seen.ts";

/** A contest that is open or over: rules, rounds, and results of the rounds that were published when it was opened. */
export async function showContest({ db }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> {
  const found = await tellContest(db, thingId);
  // Who goes on and who has a prize: the others are nobody's business outside.
  const contest = found && {
    ...found,
    rounds: found.rounds.map((round) => ({
      ...round,
      results: round.results && { ...round.results, lines: round.results.lines.filter(({ goesOn, prize }) => goesOn || prize !== null) },
    })),
  };
  if (!contest || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, contest.bodyId) }))
    throw problem("not_found", say("noThing"));
  const issuer = (await unitsByIds(db, [contest.bodyId])).get(contest.bodyId)?.name ?? "";
  const left = new Set(choice.leftOut);
  const part = (id: string, label: string, text: string): Part => ({ id, group: "content", label, text, thumb: null });
  const parts = [
    ...(contest.rules.trim() ? [part("rules", say("rulesPart").vi, contest.rules)] : []),
    ...contest.rounds.flatMap(({ position, name, results }) => {
      if (!results) return [];
      const text = results.lines.map(({ title, unit, prize }) => [title, unit, prize].filter(Boolean).join(", ")).join("; ");
      return [part(`results-${position}`, say("resultsPart", { name }).vi, text)];
    }),
  ];
  const shown: ShownContest = {
    words: left.has("rules") ? "" : contest.rules,
    title: contest.title,
    issuer,
    rules: left.has("rules") ? "" : contest.rules,
    prizes: contest.prizes,
    rounds: contest.rounds.map((round) => ({ ...round, results: left.has(`results-${round.position}`) ? null : round.results })),
  };
  const told = parts.find(({ id, text }) => !left.has(id) && tellsNumber(text));
  const [first] = contest.rounds;
  return {
    unitId: contest.bodyId,
    unitName: issuer,
    title: contest.title,
    shown,
    facets: { ...noFacets, year: first ? Number(first.entriesFrom.slice(0, 4)) : null },
    parts,
    choice,
    blocked:
      contest.state === "draft" || contest.state === "cancelled"
        ? say("contestClosed")
        : told
          ? say("phoneFound", { where: told.label })
          : null,
    notes: contest.state === "closed" ? [say("noteWords")] : [say("noteWords"), say("noteResults")],
    needsConsent: false,
  };
}
