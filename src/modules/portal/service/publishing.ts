import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { squeeze } from "../../../kernel/text.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { kindNames } from "../../exemplars/index.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import type { Candidate, Preview, Publication } from "../contract.ts";
import { slugFor } from "../domain/slug.ts";
import { publicPath } from "../domain/paths.ts";
import { publicationNames, say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import { Choice, type PublicationKind } from "../shapes.ts";
import {
  closePublicationRow,
  findPublication,
  insertPublication,
  listPublications,
  lockPublication,
  publicationOf,
  restatePublication,
  slugTaken,
  type PublicationRow,
} from "../store/publications.ts";
import { listCandidates } from "../store/sources.ts";
import type { Seen, Showing } from "./seen.ts";
import { printOf, see } from "./showing.ts";

const pageSize = 50;
const wordsOf = (text: string): string[] => squeeze(text).split(" ").filter(Boolean);

const told = (row: PublicationRow): Publication => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  thingId: row.thing_id,
  title: row.title,
  unitName: row.unit_name,
  path: publicPath(row.kind, row.slug),
  state: row.closed_at !== null ? "closed" : row.visible ? "open" : "hidden",
  openedBy: row.opened_by_name,
  openedAt: row.opened_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  reason: row.reason,
  closedBy: row.closed_by_name,
  closedAt: row.closed_at?.toISOString() ?? null,
  closedReason: row.closed_reason,
});

type ListAsk = { state: "open" | "closed"; kind?: PublicationKind | undefined; text: string; page: number };

export async function readPublications(db: Database, actor: Actor, { state, kind, text, page }: ListAsk) {
  const { rows, total } = await listPublications(
    db,
    { reader: actor.unitId, state, kind, words: wordsOf(text) },
    { offset: (page - 1) * pageSize, limit: pageSize },
  );
  return { items: rows.map(told), total, pageSize };
}

/** What could be public and is not. Statistics: the last five years of the own body. */
export async function readCandidates(
  { db, clock }: Pick<Showing, "db" | "clock">,
  actor: Actor,
  { kind, text, page }: { kind: PublicationKind; text: string; page: number },
): Promise<{ items: Candidate[]; total: number; pageSize: number }> {
  if (kind === "statistics") {
    const now = clock().getFullYear();
    const years = [0, 1, 2, 3, 4].map((back) => now - back);
    const items = [];
    for (const year of years) {
      const thingId = `${actor.unitId}-${year}`;
      const open = await publicationOf(db, "statistics", thingId);
      if (open && open.closed_at === null) continue;
      items.push({
        kind,
        thingId,
        title: `Số liệu năm ${year}`,
        unitName: actor.unitName,
        note: publicationNames["statistics"] ?? { vi: "", en: "" },
        since: null,
      });
    }
    return { items, total: items.length, pageSize };
  }
  const { rows, total } = await listCandidates(db, kind, {
    reader: actor.unitId,
    words: wordsOf(text),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const units = await unitsByIds(
    db,
    rows.map(({ unit_id }) => unit_id),
  );
  const items = rows.map(({ thing, title, unit_id, since, note }) => ({
    kind,
    thingId: thing,
    title,
    unitName: units.get(unit_id)?.name ?? "",
    note: kind === "exemplar" ? (kindNames[note as keyof typeof kindNames] ?? { vi: note, en: note }) : { vi: note, en: note },
    since,
  }));
  return { items, total, pageSize };
}

const start = (row: PublicationRow | undefined): Choice => Choice.parse(row?.choice ?? {});

type Which = { kind: PublicationKind; thingId: string };

/** Everything that an editor looks at before it is public. Without a choice: what was chosen the last time. */
export async function preview(
  showing: Showing,
  actor: Actor,
  { kind, thingId, choice }: Which & { choice?: Choice | undefined },
): Promise<Preview> {
  const row = await publicationOf(showing.db, kind, thingId);
  const seen = await see(showing, actor, kind, { thingId, choice: choice ?? start(row) });
  const changed = row !== undefined && row.closed_at === null && (await differs(showing, actor, row));
  return {
    kind,
    thingId,
    title: seen.title,
    unitName: seen.unitName,
    parts: seen.parts,
    choice: seen.choice,
    blocked: seen.blocked,
    notes: seen.notes,
    needsConsent: seen.needsConsent,
    page: `/files/portal/preview/${kind}/${thingId}`,
    publication: row ? told(row) : null,
    changed,
  };
}

const differs = async (showing: Showing, actor: Actor, row: PublicationRow): Promise<boolean> =>
  printOf((await see(showing, actor, row.kind, { thingId: row.thing_id, choice: start(row) })).shown) !== row.print;

/** What the public page would be, for the page that shows it. */
export async function previewed(showing: Showing, actor: Actor, { kind, thingId, choice }: Which & { choice: Choice }): Promise<Seen> {
  authorise(actor.permissions.has("publication:open"), "publication:open");
  return see(showing, actor, kind, { thingId, choice });
}

/** Writes what was seen as public. Whether it may be is asked before. */
export async function putOut(
  { db, clock }: Pick<Showing, "db" | "clock">,
  actor: Actor,
  { kind, thingId, reason }: Which & { reason: string },
  seen: Seen,
): Promise<string> {
  return transaction(db, async (tx) => {
    const row = await publicationOf(tx, kind, thingId);
    const opening = {
      kind,
      thingId,
      unitId: seen.unitId,
      unitName: seen.unitName,
      title: seen.title,
      shown: seen.shown,
      choice: seen.choice,
      print: printOf(seen.shown),
      reason,
      facets: seen.facets,
    };
    if (!row) return insertPublication(tx, opening, await slugFor(seen.title, (slug) => slugTaken(tx, slug)), actor, clock());
    await restatePublication(tx, row, opening, actor, clock());
    return row.id;
  });
}

/** Makes a thing public, or states it anew with another choice. The editor's name, the day and the reason stay with it. */
export async function openPublication(
  showing: Showing,
  actor: Actor,
  { kind, thingId, choice, reason, version }: Which & { choice: Choice; reason: string; version?: number | undefined },
): Promise<Publication> {
  return transaction(showing.db, async (tx) => {
    const found = await publicationOf(tx, kind, thingId);
    const row = found && (await lockPublication(tx, found.id));
    const seen = await see({ ...showing, db: tx }, actor, kind, { thingId, choice });
    authorise(mayPublish(actor, { own: true }), "publication:open");
    if (row && row.version !== version) throw problem("conflict", say("changed"), { current: told(row) });
    if (seen.blocked) throw problem("invalid_input", seen.blocked, { blocked: true });
    const id = await putOut({ ...showing, db: tx }, actor, { kind, thingId, reason }, seen);
    const after = await findPublication(tx, id);
    if (!after) throw problem("not_found", say("noPublication"));
    await recordAct(tx, actor, {
      act: row && row.closed_at === null ? "publication:restate" : "publication:open",
      thing: { kind: "publication", id },
      unitId: seen.unitId,
      after: {
        publicationKind: kind,
        publicationPath: publicPath(kind, after.slug),
        publicationLeftOut: seen.choice.leftOut.length,
        publicationPictures: seen.choice.pictures.length,
      },
      note: reason,
    });
    return told(after);
  });
}

/** Takes it back: from this moment no page, feed, export or picture of it is there. */
export async function closePublication(
  { db, clock }: Pick<Showing, "db" | "clock">,
  actor: Actor,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<Publication> {
  return transaction(db, async (tx) => {
    const row = await lockPublication(tx, id);
    if (!row || !mayPublish(actor, { own: await lineReaches(tx, actor.unitId, row.unit_id) }))
      throw problem("not_found", say("noPublication"));
    if (row.version !== version) throw problem("conflict", say("changed"), { current: told(row) });
    if (row.closed_at !== null) throw problem("wrong_state", say("alreadyClosed"));
    await closePublicationRow(tx, id, actor, reason, clock());
    await recordAct(tx, actor, {
      act: "publication:close",
      thing: { kind: "publication", id },
      unitId: row.unit_id,
      before: { publicationKind: row.kind, publicationPath: publicPath(row.kind, row.slug) },
      note: reason,
    });
    const after = await findPublication(tx, id);
    return told(after ?? row);
  });
}

export const canSeePublication = async (db: Database, actor: Actor, id: string): Promise<boolean> => {
  const row = await findPublication(db, id);
  return row !== undefined && mayPublish(actor, { own: await lineReaches(db, actor.unitId, row.unit_id) });
};
