import type { Actor } from "../../../kernel/actor.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { publicPath } from "../domain/paths.ts";
import type { Page, Place } from "../pages/frame.ts";
import type { Choice, PublicationKind } from "../shapes.ts";
import { findPublication } from "../store/publications.ts";
import { picturesByHash } from "../store/sources.ts";
import { putOut, previewed } from "./publishing.ts";
import type { Showing } from "./seen.ts";
import { contest, exemplar, list, plan, statistics, story, type Maker } from "./site.ts";

const makers: Record<PublicationKind, Maker> = { exemplar, plan, story, statistics, recognition: list, award: list, contest };

/** Carries the page out of a transaction that must not be kept. */
export class Previewed extends Error {
  readonly page: Page | null;
  constructor(page: Page | null) {
    super("previewed");
    this.page = page;
  }
}

type Ask = { kind: PublicationKind; thingId: string; choice: Choice };

/**
 * The very page that the public would get: the thing is opened, read through the published views, and the transaction is rolled
 * back. Null when even opened it would not be shown.
 */
export async function previewPage(
  showing: Showing,
  actor: Actor,
  ask: Ask,
  { place, query }: { place: Omit<Place, "path">; query: URLSearchParams },
): Promise<Page | null> {
  const seen = await previewed(showing, actor, ask);
  if (seen.blocked) return null;
  try {
    return await transaction(showing.db, async (tx): Promise<Page | null> => {
      const id = await putOut({ ...showing, db: tx }, actor, { ...ask, reason: "-" }, seen);
      const slug = (await findPublication(tx, id))?.slug ?? "";
      const pictures = await insideAddresses(tx, ask);
      throw new Previewed(
        await makers[ask.kind]({
          db: tx,
          place: { ...place, path: publicPath(ask.kind, slug), pictures },
          query,
          slug,
          now: showing.clock(),
        }),
      );
    });
  } catch (error) {
    if (error instanceof Previewed) return error.page;
    throw error;
  }
}

/** Pictures that are not public yet are served to the editor from inside. */
async function insideAddresses(db: Database, { kind, thingId }: Ask): Promise<ReadonlyMap<string, string>> {
  if (kind !== "exemplar" && kind !== "story") return new Map();
  return new Map((await picturesByHash(db, kind, thingId)).map(({ id, hash }) => [hash, `/files/exemplars/pictures/${id}/public`]));
}
