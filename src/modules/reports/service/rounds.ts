import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { letterheadOf } from "../../documents/dispatch/letterhead.ts";
import { readAsked, readOwed, roundAsks, seeRound, unitsOfRounds, type FormContent } from "../../indicators/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { BlockContent } from "../blocks.ts";
import type { Start } from "../contract.ts";
import { builtIns } from "../domain/templates.ts";
import { templatesOf } from "../store/blocks.ts";
import { reportsOfRounds } from "../store/listing.ts";
import { writingUnits } from "./access.ts";
import { summaryOfTemplate } from "./templates.ts";

/** What the actor's units can begin: from templates of their form, and from rounds they owe or have asked for. */
export async function readStarts(db: Database, actor: Actor, now: Date): Promise<Start[]> {
  if (!may(actor, "report:draft")) return [];
  const ids = await writingUnits(db, actor);
  const units = await unitsByIds(db, ids);
  const [owed, asked, own] = [
    await readOwed(db, actor, { state: "any", page: 1 }, now),
    await readAsked(db, actor, { state: "any", page: 1 }, now),
    await templatesOf(db, ids),
  ];
  const starts: Start[] = [];
  for (const unit of units.values()) {
    const { form } = letterheadOf(unit);
    const rounds = [
      ...owed.items
        .filter(({ mine }) => mine.unit.id === unit.id)
        .map(({ round, mine }) => ({ round, side: "owed" as const, dueOn: mine.due.lastDay })),
      ...asked.items.filter(({ owner }) => owner.id === unit.id).map((round) => ({ round, side: "collected" as const, dueOn: null })),
    ];
    const made = await reportsOfRounds(
      db,
      unit.id,
      rounds.map(({ round }) => round.id),
    );
    starts.push({
      unit,
      form,
      templates: [
        ...own.filter((template) => template.unitId === unit.id).map((template) => summaryOfTemplate(template, unit)),
        ...builtIns
          .filter((template) => template.form === null || template.form === form)
          .map((template) => summaryOfTemplate(template, null)),
      ],
      rounds: rounds.map(({ round, side, dueOn }) => ({
        roundId: round.id,
        formTitle: round.title,
        period: round.period,
        side,
        asker: round.owner,
        dueOn,
        reportId: made.get(round.id) ?? null,
      })),
    });
  }
  return starts;
}

/**
 * A round as the outline of a report. `asked`: the units whose submissions it adds up; a unit that owes the round reports
 * its own figures instead. Not found when the actor may not see it.
 */
export async function outlineOf(db: Database, actor: Actor, roundId: string) {
  const { round } = await seeRound(db, actor, roundId);
  const { content } = await roundAsks(db, round.id);
  return { round, content };
}

/** Units that are asked in a round and not excused. */
export async function unitsAsked(db: Database, roundId: string): Promise<UnitId[]> {
  const duties = await unitsOfRounds(db, [roundId as RoundId]);
  return duties.filter(({ excusedAt }) => excusedAt === null).map(({ unitId }) => unitId);
}

/** A form's headings, narratives and rows as blocks: few figures become a sentence each, many become a table. */
export function blocksOfForm({ sections }: FormContent, codeOf: (indicatorId: number) => string): BlockContent[] {
  // A form without parts has its sections as parts.
  const top = Math.min(...sections.map(({ number }) => levelOf(number)));
  return sections.flatMap(({ id, number, heading, narrative, guidance, rows }): BlockContent[] => {
    const blocks: BlockContent[] = [{ kind: "heading", level: (levelOf(number) - top + 1) as 1 | 2 | 3, text: heading }];
    const refs = rows.map(({ indicatorId, member, label }) => ({
      ref: `${codeOf(indicatorId)}${member === "" ? "" : `:${member}`}`,
      label,
    }));
    if (refs.length > mostSentences) blocks.push({ kind: "table", title: "", rows: refs, columns: ["value", "yearBefore", "change"] });
    else
      for (const { ref, label } of refs)
        blocks.push({
          kind: "sentence",
          text: `${label.replace(/[\s:.;…]+$/u, "")}: {{${ref}}}{{${ref}|compare}}.`,
          dash: true,
          dropped: false,
        });
    if (narrative)
      blocks.push({
        kind: "narrative",
        guidance: (guidance ?? "").slice(0, 2000),
        text: "",
        gathers: { sections: [id], kinds: [] },
        pieces: [],
      });
    return blocks;
  });
}

const mostSentences = 6;

/** "II" is a part, "II.1" or "1" a section, "II.1.a" and "a" a point; without a number it is a section of what came before. */
function levelOf(number: string): 1 | 2 | 3 {
  const parts = number.split(".").filter(Boolean);
  if (parts.length >= 3) return 3;
  if (parts.length === 2) return 2;
  const [only = ""] = parts;
  if (/^[IVXLC]+$/u.test(only) || /^[A-Z]$/u.test(only)) return 1;
  return /^[a-zđ]\)?$/u.test(only) ? 3 : 2;
}
