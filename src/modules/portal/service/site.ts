import { squeeze } from "../../../kernel/text.ts";
import type { Database } from "../../../platform/database/index.ts";
import { exemplarPage, galleryPage, type Card, type Picture } from "../pages/exemplars.ts";
import { copiesOnPage, replicationPage, statisticsListPage, statisticsPage } from "../pages/figures.ts";
import type { Page, Place } from "../pages/frame.ts";
import { startPage, storiesPage, storyPage } from "../pages/others.ts";
import { planPage, plansPage } from "../pages/plans.ts";
import { listPage, listsPage, rowsOnPage, verifyPage } from "../pages/recognition.ts";
import type { ShownContest, ShownExemplar, ShownList, ShownPlan, ShownStatistics, ShownStory } from "../shapes.ts";
import {
  allCopies,
  awardsOf,
  copiesByArea,
  copiesOf,
  countsOf,
  editionsOf,
  exemplarOfStory,
  facetsOf,
  findCertificate,
  findItem,
  listItems,
  picturesOf,
  recognitionsOf,
  siteOf,
  storiesAbout,
  type Item,
  type PublicPicture,
  roundPrintsOf,
} from "../store/public.ts";
import { contestPage, contestsPage } from "../votes/pages.ts";
import { stateOfVote } from "../votes/public.ts";
import { publicEntries, publicVotes } from "../votes/store.ts";

/** What an address asks for; `db` is the connection of the public's own role. */
export type Asked = { db: Database; place: Place; query: URLSearchParams; slug: string; now: Date };

/** A page, or null where nothing public is at the address. */
export type Maker = (asked: Asked) => Promise<Page | null>;

const size = 24;

const number = (query: URLSearchParams, name: string): number | undefined => {
  const value = Number(query.get(name));
  return Number.isSafeInteger(value) && value > 0 && value < 1_000_000_000 ? value : undefined;
};
const pageOf = (query: URLSearchParams): number => Math.min(number(query, "trang") ?? 1, 10_000);
const window = (query: URLSearchParams, limit = size) => ({ offset: (pageOf(query) - 1) * limit, limit });
const text = (query: URLSearchParams, name: string): string | undefined =>
  squeeze(query.get(name) ?? "")
    .replaceAll("\0", "")
    .slice(0, 100) || undefined;

export const pictureAddress = (hash: string): string => `/anh/${hash}.jpg`;

const picture =
  ({ pictures }: Place) =>
  ({ hash, width, height, caption, alt }: PublicPicture): Picture => ({
    src: pictures?.get(hash) ?? pictureAddress(hash),
    width,
    height,
    caption: caption ?? "",
    alt: alt ?? "",
  });

async function withPictures({ db, place }: Asked, items: readonly Item<ShownExemplar>[]): Promise<Card[]> {
  const pictures = await picturesOf(
    db,
    items.map(({ id }) => id),
    1,
  );
  return items.map((item) => {
    const first = pictures.get(item.id)?.[0];
    return { item, picture: first ? picture(place)(first) : null };
  });
}

export const start: Maker = async (asked) => {
  const { db, place } = asked;
  const [counts, plans, newest, stories] = await Promise.all([
    countsOf(db),
    listItems<ShownPlan>(db, { kinds: ["plan"] }, { offset: 0, limit: 4 }),
    listItems<ShownExemplar>(db, { words: [] }, { offset: 0, limit: 6 }),
    listItems<ShownStory>(db, { kinds: ["story"] }, { offset: 0, limit: 3 }),
  ]);
  return startPage(place, { counts, plans: plans.items, newest: await withPictures(asked, newest.items), stories: stories.items });
};

export const gallery: Maker = async (asked) => {
  const { db, place, query } = asked;
  const filter = {
    words: (text(query, "tim") ?? "").split(" ").filter(Boolean).slice(0, 8),
    field: text(query, "linh-vuc"),
    kind: text(query, "loai"),
    theme: text(query, "chu-de"),
    level: text(query, "cap"),
    area: number(query, "dia-ban"),
    year: number(query, "nam"),
  };
  const [{ items, total }, facets] = await Promise.all([listItems<ShownExemplar>(db, filter, window(query)), facetsOf(db)]);
  return galleryPage(place, { found: await withPictures(asked, items), total, page: pageOf(query), size, facets, query: shown(query) });
};

/** Only what the page knows goes on into its links. */
const shown = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    ["tim", "linh-vuc", "loai", "chu-de", "dia-ban", "cap", "nam"].flatMap((name) => {
      const value = text(query, name);
      return value ? [[name, value]] : [];
    }),
  );

export const exemplar: Maker = async ({ db, place, query, slug }) => {
  const item = await findItem<ShownExemplar>(db, ["exemplar"], slug);
  if (!item) return null;
  const [pictures, recognitions, awards, copies, stories] = await Promise.all([
    picturesOf(db, [item.id]),
    recognitionsOf(db, { item: item.id }, { limit: 30 }),
    awardsOf(db, { item: item.id }, { limit: 30 }),
    copiesOf(db, item.id),
    storiesAbout(db, slug),
  ]);
  return exemplarPage(place, {
    item,
    pictures: (pictures.get(item.id) ?? []).map(picture(place)),
    recognitions: recognitions.rows,
    awards: awards.rows,
    ...copies,
    stories,
    part: number(query, "phan") ?? 1,
  });
};

export const plans: Maker = async ({ db, place, query }) => {
  const { items, total } = await listItems<ShownPlan>(db, { kinds: ["plan"] }, window(query));
  return plansPage(place, { plans: items, total, page: pageOf(query), size });
};

export const plan: Maker = async ({ db, place, query, slug }) => {
  const item = await findItem<ShownPlan>(db, ["plan"], slug);
  return item ? planPage(place, { item, page: pageOf(query) }) : null;
};

export const replication: Maker = async ({ db, place, query }) => {
  const [byArea, { rows, total }] = await Promise.all([copiesByArea(db), allCopies(db, window(query, copiesOnPage))]);
  return replicationPage(place, { byArea, copies: rows, total, page: pageOf(query) });
};

export const lists: Maker = async ({ db, place, query }) => {
  const { items, total } = await listItems<ShownList>(db, { kinds: ["recognition", "award"] }, window(query));
  return listsPage(place, { lists: items, total, page: pageOf(query), size });
};

export const list: Maker = async ({ db, place, query, slug }) => {
  const item = await findItem<ShownList>(db, ["recognition", "award"], slug);
  if (!item) return null;
  const recognitions =
    item.kind === "recognition" ? await recognitionsOf(db, { list: item.id }, window(query, rowsOnPage)) : { rows: [], total: 0 };
  const awards = item.kind === "award" ? await awardsOf(db, { list: item.id }, window(query, rowsOnPage)) : { rows: [], total: 0 };
  return listPage(place, {
    item,
    recognitions: recognitions.rows,
    awards: awards.rows,
    total: recognitions.total + awards.total,
    page: pageOf(query),
  });
};

export const stories: Maker = async ({ db, place, query }) => {
  const { items, total } = await listItems<ShownStory>(db, { kinds: ["story"] }, window(query));
  return storiesPage(place, { stories: items, total, page: pageOf(query), size });
};

export const story: Maker = async ({ db, place, slug }) => {
  const item = await findItem<ShownStory>(db, ["story"], slug);
  if (!item) return null;
  const [pictures, about] = await Promise.all([picturesOf(db, [item.id]), exemplarOfStory(db, item.id)]);
  return storyPage(place, { item, pictures: (pictures.get(item.id) ?? []).map(picture(place)), exemplar: about ?? null });
};

export const contests: Maker = async ({ db, place, query }) => {
  const { items, total } = await listItems<ShownContest>(db, { kinds: ["contest"] }, window(query));
  return contestsPage(place, { items, total, page: pageOf(query), size });
};

export const contest: Maker = async ({ db, place, slug, now }) => {
  const item = await findItem<ShownContest>(db, ["contest"], slug);
  if (!item) return null;
  const [prints, votes] = await Promise.all([roundPrintsOf(db, item.id), publicVotes(db, item.id)]);
  const standing = item.shown.rounds.filter(({ position, results }) => results && prints.get(position) === results.print);
  const entries = await publicEntries(
    db,
    votes.filter(({ closed_at }) => closed_at !== null).map(({ id }) => id),
  );
  return contestPage(place, {
    item,
    standing: new Set(standing.map(({ position }) => position)),
    votes: votes.map((vote) => ({ vote, state: stateOfVote(vote, now), entries: entries.filter(({ vote_id }) => vote_id === vote.id) })),
  });
};

export const statisticsList: Maker = async ({ db, place, query }) => {
  const { items, total } = await listItems<ShownStatistics>(db, { kinds: ["statistics"] }, window(query));
  return statisticsListPage(place, { items, total, page: pageOf(query), size });
};

export const statistics: Maker = async ({ db, place, query, slug }) => {
  const item = await findItem<ShownStatistics>(db, ["statistics"], slug);
  if (!item) return null;
  const editions = await editionsOf(db, item.id);
  const wanted = number(query, "lan");
  const old = wanted === undefined ? undefined : editions.find(({ edition }, at) => edition === wanted && at > 0);
  if (wanted !== undefined && !old && editions[0]?.edition !== wanted) return null;
  return statisticsPage(place, { item, editions, old: old ?? null });
};

/** As people type a code from paper: any case, with or without strokes, O for 0, I and L for 1. */
export const codeOf = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
    .slice(0, 15)
    .replace(/^(.{5})(.{5})(.{5})$/, "$1-$2-$3");

export const verify: Maker = async ({ db, place, slug }) => {
  if (slug === "") return verifyPage(place, { asked: null, certificate: null, item: null });
  const certificate = (await findCertificate(db, codeOf(slug))) ?? null;
  const { rows } = certificate ? await codeOnPage(db, certificate.code) : { rows: [] };
  return verifyPage(place, { asked: slug.slice(0, 40), certificate, item: rows[0]?.item_slug ?? null });
};

const codeOnPage = async (db: Database, code: string) => recognitionsOf(db, { code }, { limit: 1 });

export const isReady = async (db: Database): Promise<boolean> => (await siteOf(db)).ready;
