import type { Actor } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { isCalendarDate, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { addressBook, getUnit, type AddressBook } from "../../units/index.ts";
import type { Addressee, Unresolved } from "../contract.ts";
import { say } from "../messages.ts";
import type { DocumentRow } from "../store/documents.ts";
import { listItems, type ItemRow } from "../store/items.ts";
import type { Due, ReportingValue, TargetValue, TaskValue } from "../values.ts";
import { getReadable } from "./scope.ts";

type Use = Addressee["uses"][number];

/** Who is named in an item, and as what. */
function namedIn({ id, kind, value }: ItemRow): { expression: string; use: Use }[] {
  const named = (as: Use["as"], expressions: readonly (string | null)[]) =>
    expressions.flatMap((expression) => (expression?.trim() ? [{ expression: expression.trim(), use: { item: id, as } }] : []));
  switch (kind) {
    case "task": {
      const { lead, coordinate } = value as TaskValue;
      return [...named("lead", lead), ...named("partner", coordinate)];
    }
    case "target":
      return named("scope", [(value as TargetValue).scope]);
    case "reporting": {
      const { who, to } = value as ReportingValue;
      return [...named("sender", [who]), ...named("receiver", [to])];
    }
    default:
      return [];
  }
}

/** Why no day can be computed, or null when there is one or the text asks for none. */
function openDate({ kind, date, rule }: Due): Text | null {
  if (date !== null || kind === "none") return null;
  if (kind === "recurring") return rule?.includes("interval not stated") ? say("noInterval") : null;
  return kind === "period" ? say("relative") : say("noDay");
}

const duesOf = ({ kind, value }: ItemRow): Due | null =>
  kind === "task" || kind === "reporting" ? (value as TaskValue | ReportingValue).due : null;

/** What a reviewer still has to look at: who is meant where nobody was understood, and which days cannot be computed. */
export async function unresolvedOf(db: Database, document: DocumentRow, today: string, asOf?: string): Promise<Unresolved> {
  const items = (await listItems(db, document.id)).filter(({ state }) => state !== "dropped");
  const day = asOf ?? (document.printed_date !== null && isCalendarDate(document.printed_date) ? document.printed_date : today);
  const issuerUnit = document.issuer_unit_id === null ? null : await getUnit(db, document.issuer_unit_id);
  const uses = new Map<string, Use[]>();
  for (const { expression, use } of items.flatMap(namedIn)) uses.set(expression, [...(uses.get(expression) ?? []), use]);
  const { book, asOf: resolvedOn } = await bookOf(db, document.issuer_unit_id ?? document.unit_id, day, today);
  const addressees = resolveAll(book, uses);
  const unknown = new Map<string, string[]>();
  for (const { expression, understood, unclear, uses: where } of addressees) {
    if (understood !== null && unclear.length === 0) continue;
    for (const { item } of where) unknown.set(item, [...(unknown.get(item) ?? []), expression]);
  }
  return {
    issuerUnit,
    asOf: resolvedOn,
    addressees,
    unknownLeads: [...unknown].map(([item, expressions]) => ({ item, expressions })),
    withoutLead: items.filter(({ kind, value }) => kind === "task" && (value as TaskValue).lead.length === 0).map(({ id }) => id),
    dates: items.flatMap((item) => {
      const due = duesOf(item);
      const why = due && openDate(due);
      return due && why ? [{ item: item.id, printed: due.text ?? due.rule, why }] : [];
    }),
  };
}

const shownLeft = 20;

function resolveAll(book: AddressBook, uses: Map<string, Use[]>): Addressee[] {
  return [...uses].map(([expression, where]) => {
    const { understood, units, left, unclear } = book(expression);
    return { expression, understood, units, left: left.slice(0, shownLeft), unclear, uses: where };
  });
}

/** The directory of the day; an old document's issuer may not have stood in it yet, then today's is asked. */
async function bookOf(db: Database, issuer: UnitId, day: string, today: string): Promise<{ book: AddressBook; asOf: string }> {
  try {
    return { book: await addressBook(db, { issuer, asOf: day }), asOf: day };
  } catch (error) {
    if (!(error instanceof Problem) || day === today) throw error;
    return { book: await addressBook(db, { issuer, asOf: today }), asOf: today };
  }
}

export async function readUnresolved(db: Database, actor: Actor, id: DocumentId, now: Date, asOf?: string): Promise<Unresolved> {
  const { row } = await getReadable(db, actor, id);
  return unresolvedOf(db, row, vietnamDate(now), asOf);
}
