import type { Actor } from "../../../kernel/actor.ts";
import { authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { getVisible } from "../../exemplars/index.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import type { DeskSource } from "../../work/index.ts";
import type { Slot, Story, StoryInput } from "../contract.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import type { StoryState } from "../shapes.ts";
import { publicPictures } from "../store/sources.ts";
import { emptyMonths, findStory, insertStory, storiesOfYear, updateStory, type StoryRow } from "../store/stories.ts";

type Writing = { db: Database; clock: () => Date };

const slotOf = (row: StoryRow): Slot => ({
  id: row.id,
  version: row.version,
  state: row.state,
  month: row.month,
  title: row.title,
  outlets: row.outlets,
  exemplar: { id: row.exemplar_id, name: row.exemplar_name },
  writtenBy: row.written_by_name,
  published: row.published,
});

async function getOwn(db: Database, actor: Actor, id: string, lock = false): Promise<StoryRow> {
  const row = await findStory(db, id, lock);
  if (!row || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, row.unit_id) })) throw problem("not_found", say("noStory"));
  return row;
}

async function told(db: Database, row: StoryRow): Promise<Story> {
  const [pictures, units] = await Promise.all([publicPictures(db, row.exemplar_id), unitsByIds(db, [row.unit_id])]);
  return {
    ...slotOf(row),
    lead: row.lead,
    body: row.body,
    pictures: row.pictures,
    unitName: units.get(row.unit_id)?.name ?? "",
    choices: pictures.map(({ id, caption, alt }) => ({ id, caption: caption || alt, thumb: `/files/exemplars/pictures/${id}/public` })),
  };
}

export async function readStory(db: Database, actor: Actor, id: string): Promise<Story> {
  return told(db, await getOwn(db, actor, id));
}

/** The year of the own body, month by month. */
export async function readCalendar(db: Database, actor: Actor, year: number) {
  const rows = await storiesOfYear(db, actor.unitId, year);
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}-01`);
  return {
    months: months.map((month) => {
      const stories = rows.filter((row) => row.month === month).map(slotOf);
      return { month, stories, empty: stories.length === 0 };
    }),
  };
}

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** Only pictures that may be public, and only of this exemplar. */
async function checked(db: Database, exemplar: string, pictures: readonly string[]): Promise<string[]> {
  const known = new Set((await publicPictures(db, exemplar)).map(({ id }) => id));
  if (pictures.some((id) => !known.has(id)))
    throw problem("invalid_input", say("pictureGone"), { fields: { pictures: say("pictureGone").vi } });
  return [...new Set(pictures)];
}

/** Begins a story of the own body about an exemplar that its line or its round holds. */
export async function writeStory(
  { db, clock }: Writing,
  actor: Actor,
  input: Omit<StoryInput, "title"> & { title?: string | undefined },
): Promise<Story> {
  const { record, sides } = await getVisible(db, actor, input.exemplarId as ExemplarId);
  if (!mayPublish(actor, { own: sides.lead || sides.line || sides.body })) throw problem("not_found", say("noThing"));
  if (record.state !== "accepted" && record.state !== "stopped") throw problem("wrong_state", say("notAccepted"));
  return transaction(db, async (tx) => {
    const id = await insertStory(
      tx,
      {
        unitId: actor.unitId as UnitId,
        exemplarId: input.exemplarId,
        month: firstOf(input.month),
        title: input.title ?? record.name,
        lead: input.lead,
        body: input.body || draftOf(record.contents),
        pictures: await checked(tx, input.exemplarId, input.pictures),
        outlets: input.outlets,
        by: actor,
      },
      clock(),
    );
    await recordAct(tx, actor, {
      act: "story:create",
      thing: { kind: "story", id },
      unitId: actor.unitId,
      after: { storyState: "draft", storyMonth: firstOf(input.month) },
    });
    return told(tx, await getOwn(tx, actor, id));
  });
}

/** What the unit itself wrote, in the order in which a story tells it; the editor goes on from there. Nothing is invented. */
const draftOf = (contents: Record<string, string | undefined>): string =>
  ["situation", "method", "output", "sustaining"].flatMap((key) => contents[key]?.trim() || []).join("\n\n");

export async function rewriteStory(
  { db, clock }: Writing,
  actor: Actor,
  {
    id,
    version,
    state,
    ...input
  }: Partial<Omit<StoryInput, "exemplarId">> & { id: string; version: number; state?: StoryState | undefined },
): Promise<Story> {
  return transaction(db, async (tx) => {
    const row = await getOwn(tx, actor, id, true);
    authorise(may(actor, "publication:open"), "publication:open");
    if (row.version !== version) throw problem("conflict", say("changed"), { current: await told(tx, row) });
    const pictures = input.pictures && (await checked(tx, row.exemplar_id, input.pictures));
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    await updateStory(
      tx,
      id,
      { ...given, ...(input.month ? { month: firstOf(input.month) } : {}), ...(pictures ? { pictures } : {}), ...(state ? { state } : {}) },
      clock(),
    );
    const after = await getOwn(tx, actor, id);
    await recordAct(tx, actor, {
      act: "story:edit",
      thing: { kind: "story", id },
      unitId: row.unit_id,
      before: { storyState: row.state, storyMonth: row.month },
      after: { storyState: after.state, storyMonth: after.month },
    });
    return told(tx, after);
  });
}

/** On an editor's desk: this month or the next has no story, in a body that keeps a calendar. */
export const emptyMonthsOnDesk: DeskSource = async (db, actor, today) => {
  if (!may(actor, "publication:open")) return [];
  const { kept, months } = await emptyMonths(db, actor.unitId, today, 1);
  if (!kept) return [];
  return months.map((month) => {
    const [year = "", number = ""] = month.split("-");
    return {
      kind: "story-month",
      id: `${actor.unitId}-${month}`,
      what: say("cardEmpty"),
      title: say("monthEmpty", { month: `${Number(number)}/${year}` }).vi,
      path: `/publications/calendar?year=${year}`,
      since: new Date(`${today}T00:00:00+07:00`).toISOString(),
      from: null,
    };
  });
};

export const canSeeStory = async (db: Database, actor: Actor, id: string): Promise<boolean> => {
  const row = await findStory(db, id);
  return row !== undefined && mayPublish(actor, { own: await lineReaches(db, actor.unitId, row.unit_id) });
};
