import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { contactsAt } from "../../identity/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { ChangedCell, ChangedSince, ChaseText, Contact, RoundRoom, RoundUnit } from "../contract/rounds.ts";
import { mayDecideRound, mayEnterRoom, type FormStanding } from "../domain/forms-policy.ts";
import { cellKey } from "../contract/cells.ts";
import { chaseLetter } from "../domain/rounds-wording.ts";
import { say } from "../messages/rounds.ts";
import { lastFixing, type RoundRow } from "../store/rounds.ts";
import { areasOfBodies } from "../store/rounds-stands.ts";
import { unitOr } from "./forms-reading.ts";
import { figuresNow } from "./rounds-figures.ts";
import { headOf } from "./rounds-heads.ts";
import { countsOf, roundAsks, seeRound, unitsShown } from "./rounds-reading.ts";

/** The round for whoever asks, with all its units as they stand today. */
async function enterRoom(db: Database, actor: Actor, id: string, now: Date) {
  const { round, standing, duties } = await seeRound(db, actor, id);
  authorise(mayEnterRoom(actor, standing), "indicator:view");
  return { round, standing, units: await unitsShown(db, [round], duties, vietnamDate(now)) };
}

/** The day before: who has not sent and whom to call, who is excused, what came after the figures were fixed. */
export async function readRoom(db: Database, actor: Actor, id: string, now: Date): Promise<RoundRoom> {
  const { round, standing, units } = await enterRoom(db, actor, id, now);
  const missing = units.filter(({ owes }) => owes).toSorted(byUrgency);
  const contacts = await contactsOf(
    db,
    missing.map(({ unit }) => unit.id),
    vietnamDate(now),
  );
  return {
    round: await headOf(db, round),
    counts: countsOf(units),
    units,
    missing: missing.map((unit) => ({ unit, contacts: contacts.get(unit.unit.id) ?? [] })),
    lateArrivals: units.flatMap((unit) => {
      const at = cameLater(round, unit);
      return at === null ? [] : [{ unit, at }];
    }),
    can: possible(actor, round, standing),
  };
}

/** Oldest days first, then by name. */
const byUrgency = (one: RoundUnit, other: RoundUnit): number =>
  one.due.lastDay.localeCompare(other.due.lastDay) || one.unit.name.localeCompare(other.unit.name, "vi");

/** Who answers for each unit: people with a post there, else those of its commune or village, where one person does it all. */
async function contactsOf(db: Database, units: readonly UnitId[], today: CalendarDate): Promise<Map<UnitId, Contact[]>> {
  const own = byUnit(await contactsAt(db, units, today));
  const areas = await areasOfBodies(
    db,
    units.filter((unit) => !own.has(unit)),
    today,
  );
  const around = byUnit(await contactsAt(db, [...new Set(areas.values())], today));
  return new Map(units.map((unit) => [unit, own.get(unit) ?? around.get(areas.get(unit) ?? unit) ?? []]));
}

function byUnit(people: readonly { unitId: UnitId; name: string; phone: string | null }[]): Map<UnitId, Contact[]> {
  const grouped = Map.groupBy(people, ({ unitId }) => unitId);
  return new Map([...grouped].map(([unit, found]) => [unit, found.map(({ name, phone }) => ({ name, phone }))]));
}

/** When a unit's figures came too late for the consolidated report, and so belong into its supplement; else null. */
function cameLater({ figuresFixedAt }: RoundRow, { sentAt, late }: RoundUnit): string | null {
  if (sentAt === null) return null;
  return (figuresFixedAt === null ? late : sentAt > figuresFixedAt.toISOString()) ? sentAt : null;
}

function possible(actor: Actor, { state }: RoundRow, standing: FormStanding): RoundRoom["can"] {
  if (!mayDecideRound(actor, standing)) return standing.owns && state === "open" ? ["chase"] : [];
  return state === "open" ? ["extend", "excuse", "fix", "chase", "close"] : ["fix", "reopen"];
}

/** One text to copy, or two: to one's own units, and to bodies that were only asked. Nobody who has sent is named. */
export async function chaseText(db: Database, actor: Actor, id: string, now: Date): Promise<ChaseText> {
  const { round, units } = await enterRoom(db, actor, id, now);
  const head = await headOf(db, round);
  const owing = units.filter(({ owes }) => owes).toSorted(byUrgency);
  const letter = (to: readonly RoundUnit[], how: "assigned" | "requested") =>
    to.length === 0
      ? null
      : chaseLetter(
          {
            title: head.title,
            period: head.period.label.vi,
            owner: head.owner.name,
            today: vietnamDate(now),
            units: to.map(({ unit, due }) => ({ name: unit.name, dueText: due.text, lastDay: due.lastDay })),
          },
          how,
        );
  return {
    assigned: letter(
      owing.filter(({ edge }) => edge === "assign"),
      "assigned",
    ),
    requested: letter(
      owing.filter(({ edge }) => edge !== "assign"),
      "requested",
    ),
    units: owing.map(({ unit }) => unit),
  };
}

/** Which units and cells have changed since figures were last fixed. */
export async function changedSince(db: Database, actor: Actor, id: string, now: Date): Promise<ChangedSince> {
  const { round, units } = await enterRoom(db, actor, id, now);
  const fixed = await lastFixing(db, round.id);
  if (!fixed) throw problem("wrong_state", say("notFixed"));
  const at = fixed.at.toISOString();
  return {
    fixedAt: at,
    sentSince: units.filter(({ sentAt }) => sentAt !== null && sentAt > at).map(({ unit }) => unit),
    cells: await changedCells(
      db,
      round.id,
      fixed.figures.units,
      units.map(({ unit }) => unit.id),
    ),
  };
}

async function changedCells(
  db: Database,
  id: RoundId,
  before: Record<string, Record<string, string | null>>,
  ids: readonly UnitId[],
): Promise<ChangedCell[]> {
  const asks = await roundAsks(db, id);
  const { units: after } = await figuresNow(db, asks, ids);
  const labels = new Map(asks.content.sections.flatMap(({ rows }) => rows.map((row) => [cellKey(row), row.label] as const)));
  const named = await unitsByIds(db, ids);
  return ids.flatMap((unit) =>
    [...labels].flatMap(([cell, label]) => {
      const [was, is] = [before[unit]?.[cell] ?? null, after[unit]?.[cell] ?? null];
      return was === is ? [] : [{ unit: unitOr(named, unit), cell, label, before: was, after: is }];
    }),
  );
}
