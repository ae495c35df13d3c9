import type { Database } from "../../../platform/database/index.ts";
import { publicationKinds } from "../shapes.ts";
import { addresses, isPublicPicture, listItems, siteOf } from "../store/public.ts";

/** A sitemap holds 50,000 addresses at most. */
export const addressesOf = (db: Database) => addresses(db, 49_000);

export const newestOf = async (db: Database) => (await listItems(db, { kinds: publicationKinds }, { offset: 0, limit: 30 })).items;

export const servesPicture = (db: Database, hash: string): Promise<boolean> => isPublicPicture(db, hash);

/** Whose portal it is: the name of the tree's root. */
export const nameOf = async (db: Database): Promise<string> => (await siteOf(db)).name ?? "";
