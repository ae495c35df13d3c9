import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { ComparedItem, Comparison, Copy } from "../contract.ts";
import { compareItems, textOf, type Comparable } from "../domain/comparing.ts";
import { itemsOf } from "../domain/items.ts";
import { say } from "../messages.ts";
import { listItems } from "../store/items.ts";
import { readingsOf } from "../store/register.ts";
import { copyViews } from "./register-view.ts";
import { getReadable } from "./scope.ts";

/** Two registered documents, item by item, as their items stand now; what was dropped is no part of either. */
export async function compareDocuments(
  db: Database,
  actor: Actor,
  { one, other }: { one: DocumentId; other: DocumentId },
): Promise<Comparison> {
  if (one === other) throw problem("invalid_input", say("sameDocument"), { fields: { other: say("sameDocument").vi } });
  const [left, right] = await Promise.all([getReadable(db, actor, one), getReadable(db, actor, other)]);
  for (const { row } of [left, right])
    if (row.state !== "review" && row.state !== "reviewed") throw problem("wrong_state", say("notYetRead"));
  const copies = await copyViews(db, [left.row, right.row]);
  const [ones, others] = await Promise.all([standing(db, one), standing(db, other)]);
  return comparison({ copy: copies.get(one), reading: null, items: ones }, { copy: copies.get(other), reading: null, items: others });
}

/** What this server's compiler reads in the text against what the one before it had read; null when there is nothing before. */
export async function compareReadings(db: Database, actor: Actor, id: DocumentId): Promise<Comparison | null> {
  const { row } = await getReadable(db, actor, id);
  const { text, plan, previous, previousCompiler } = await readingsOf(db, id);
  if (plan === null || previous === null) return null;
  const copy = (await copyViews(db, [row])).get(id);
  const lines = text.split("\n");
  const side = (reading: string | null, read: CompiledPlan) => ({ copy, reading, items: proposed(read, lines) });
  return comparison(side(previousCompiler ?? "", previous), side(row.compiler ?? "", plan));
}

const standing = async (db: Database, document: DocumentId): Promise<Comparable[]> =>
  (await listItems(db, document))
    .filter(({ state, kind, value }) => state !== "dropped" && !(kind === "header" && (value as { text: string | null }).text === null))
    .map(({ id, kind, line, quote, value }) => ({ id, kind, line, quote, value }));

const proposed = (plan: CompiledPlan, lines: readonly string[]): Comparable[] =>
  itemsOf(plan, lines)
    .filter(({ kind, value }) => !(kind === "header" && (value as { text: string | null }).text === null))
    .map(({ kind, compiledId, line, quote, value }) => ({ id: compiledId, kind, line, quote, value }));

type Version = { copy: Copy | undefined; reading: string | null; items: readonly Comparable[] };

function comparison(one: Version, other: Version): Comparison {
  if (!one.copy || !other.copy) throw problem("not_found", say("noDocument"));
  const [left, right] = [byId(one.items), byId(other.items)];
  const items = compareItems(one.items, other.items).map((pair): ComparedItem => {
    const { how, kind } = pair;
    const alone = { how, kind, one: null, other: null, parts: [], moved: false, likeness: null, differences: [], words: null };
    switch (pair.how) {
      case "split":
        return { ...alone, one: sideOf(left.get(pair.one)), parts: pair.other.flatMap((id) => sideOf(right.get(id)) ?? []) };
      case "joined":
        return { ...alone, other: sideOf(right.get(pair.other)), parts: pair.one.flatMap((id) => sideOf(left.get(id)) ?? []) };
      case "new":
        return { ...alone, other: sideOf(right.get(pair.other)) };
      case "gone":
        return { ...alone, one: sideOf(left.get(pair.one)) };
      default: {
        const { moved, likeness, differences, words } = pair;
        const sides = { one: sideOf(left.get(pair.one)), other: sideOf(right.get(pair.other)) };
        return { ...alone, ...sides, moved, likeness, differences: [...differences], words };
      }
    }
  });
  const last = Number.MAX_SAFE_INTEGER;
  const there = ({ how, other: after, parts }: ComparedItem) => (how === "split" ? parts[0]?.line : after?.line) ?? null;
  // What is gone is shown behind what stood before it.
  const anchors = items.flatMap((item) =>
    item.one?.line && !item.moved && there(item) !== null ? [[item.one.line, there(item) ?? 0] as const] : [],
  );
  const behind = (line: number) => anchors.reduce((most, [from, to]) => (from <= line ? Math.max(most, to) : most), 0) + 0.5;
  const place = (item: ComparedItem) => there(item) ?? (item.one?.line ? behind(item.one.line) : last);
  const count = (how: ComparedItem["how"]) => items.filter((item) => item.how === how).length;
  return {
    one: { document: one.copy, reading: one.reading },
    other: { document: other.copy, reading: other.reading },
    counts: {
      same: count("same"),
      moved: count("moved"),
      changed: count("changed"),
      split: count("split"),
      joined: count("joined"),
      new: count("new"),
      gone: count("gone"),
    },
    items: items.sort((a, b) => place(a) - place(b)),
  };
}

const byId = (items: readonly Comparable[]) => new Map(items.map((item) => [item.id, item]));

function sideOf(item: Comparable | undefined): ComparedItem["one"] {
  if (!item) return null;
  const { text, section } = textOf(item);
  return { id: item.id, line: item.line, section, text };
}
