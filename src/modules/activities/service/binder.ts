import { Readable } from "node:stream";
import { Zip, ZipPassThrough } from "fflate";
import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { fold } from "../../../kernel/text.ts";
import { formatShortDate, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { findUnit, unitsByIds } from "../../units/index.ts";
import type { BinderFilter } from "../contract.ts";
import { binderDocument, binderPage, type BinderIndex } from "../evidence/index-pages.ts";
import { say } from "../messages.ts";
import type { EntryRow } from "../store/entries.ts";
import { filesOf, type FileRow } from "../store/files.ts";
import { countEntries, listEntries, sizeOf, type Filter } from "../store/listing.ts";
import { figuresLine, unitIn } from "./view.ts";

const mostActivities = 1500;
const mostBytes = 1.5 * 1024 ** 3;

/** What was done, counted and may be seen: planned, cancelled and repeated entries prove nothing. */
const filterFor = (actor: Actor, wanted: BinderFilter): Filter => ({ ...wanted, reader: actor.unitId, states: ["done"], counted: true });

/** How large the binder would be, and where it is downloaded. */
export async function weighBinder(db: Database, actor: Actor, wanted: BinderFilter) {
  const size = await sizeOf(db, filterFor(actor, wanted));
  const query = new URLSearchParams(Object.entries(wanted).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
  const fits = size.activities > 0 && size.activities <= mostActivities && size.bytes <= mostBytes;
  return { ...size, path: fits ? `/files/activities/binder${query.size > 0 ? `?${query}` : ""}` : null };
}

/** The binder as a zip that is made while it is sent: an index as .docx and as page, and a folder of files per activity. */
export async function openBinder(
  { db, files, clock }: { db: Database; files: Files; clock: () => Date },
  actor: Actor,
  wanted: BinderFilter,
): Promise<{ name: string; stream: Readable }> {
  const filter = filterFor(actor, wanted);
  const { total } = await countEntries(db, filter);
  if (total === 0) throw problem("not_found", say("binderEmpty"));
  const { bytes } = await sizeOf(db, filter);
  if (total > mostActivities || bytes > mostBytes) throw problem("too_large", say("binderTooLarge"));
  const rows = await listEntries(db, filter, { limit: mostActivities, order: "oldest" });
  const attached = Map.groupBy(
    await filesOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ activityId }) => activityId,
  );
  const folders = rows.map((row, at) => folderOf(row, at, attached.get(row.id) ?? []));
  const made = formatShortDate(vietnamDate(clock()));
  const index = await indexOf(db, wanted, rows, folders, made);
  return { name: `minh-chung_${vietnamDate(clock())}.zip`, stream: Readable.from(zipped(contents(files, folders, index))) };
}

type Folder = { name: string; files: { name: string; row: FileRow }[] };

const plainName = (text: string, most: number): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, most)
    .replace(/^-+|-+$/g, "");

/** Names without marks: old Windows shows others wrongly. The index has the real ones. */
function folderOf(row: EntryRow, at: number, attached: readonly FileRow[]): Folder {
  const stems = { photo: "anh", paper: "phieu-giay", file: "tep" } as const;
  const counts = { photo: 0, paper: 0, file: 0 };
  return {
    name: `${String(at + 1).padStart(3, "0")}_${row.on_date}_${plainName(row.name, 50)}`,
    files: attached.map((file) => {
      const [, extension = ""] = /(\.[a-z0-9]{1,5})$/i.exec(file.name) ?? [];
      const stem = `${stems[file.kind]}-${(counts[file.kind] += 1)}`;
      const own = file.kind === "file" ? `_${plainName(file.name.slice(0, file.name.length - extension.length), 60)}` : "";
      return { name: `${stem}${own}${extension.toLowerCase()}`, row: file };
    }),
  };
}

async function indexOf(
  db: Database,
  wanted: BinderFilter,
  rows: readonly EntryRow[],
  folders: readonly Folder[],
  made: string,
): Promise<BinderIndex> {
  const units = await unitsByIds(db, [...new Set(rows.map(({ lead_id }) => lead_id))]);
  const unit = wanted.unitId ? await findUnit(db, wanted.unitId) : undefined;
  const served = wanted.planId ? rows.find(({ plan_id }) => plan_id === wanted.planId) : undefined;
  const days = [wanted.from && `từ ngày ${formatShortDate(wanted.from)}`, wanted.to && `đến ngày ${formatShortDate(wanted.to)}`];
  return {
    about: [
      ...(served ? [`Thực hiện: ${[served.plan_label, wanted.itemId ? served.clause : null].filter(Boolean).join(", mục ")}`] : []),
      ...(served?.quote && wanted.itemId ? [`“${served.quote}”`] : []),
      ...(unit ? [`Đơn vị: ${unit.name}`] : []),
      ...(wanted.from || wanted.to ? [`Thời gian: ${days.filter(Boolean).join(" ")}`] : []),
      `Số hoạt động: ${rows.length}. Lập ngày ${made}.`,
    ],
    rows: rows.map((row, at) => ({
      number: at + 1,
      date: formatShortDate(row.on_date),
      name: row.place ? `${row.name} (${row.place})` : row.name,
      lead: unitIn(units, row.lead_id).name,
      figures: figuresLine(row),
      serves: row.clause ?? "",
      folder: folders[at]?.name ?? "",
      files: folders[at]?.files.map(({ name }) => name) ?? [],
    })),
  };
}

type Item = { name: string; content: () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>> };

function* contents(files: Files, folders: readonly Folder[], index: BinderIndex): Generator<Item> {
  yield { name: "muc-luc.docx", content: async () => Readable.from([await binderDocument(index)]) };
  yield { name: "muc-luc.html", content: () => Readable.from([new TextEncoder().encode(binderPage(index))]) };
  for (const folder of folders)
    for (const { name, row } of folder.files) yield { name: `${folder.name}/${name}`, content: () => files.open(row.hash) };
}

/** Files are compressed already; they are only put together. Nothing is read before the one in front of it has gone. */
async function* zipped(items: Iterable<Item>): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, content } of items) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    for await (const chunk of await content()) {
      entry.push(chunk);
      yield* chunks.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* chunks.splice(0);
  }
  zip.end();
  yield* chunks.splice(0);
}
