import { Problem } from "../../../kernel/errors.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import type { PictureFault } from "../../../platform/pictures/index.ts";
import { askLikeness } from "../likeness/service.ts";
import { renderSizes } from "./render.ts";
import { findPicture, markReady, markRefused } from "./store.ts";

/** Safe to run twice: what is not in quarantine any more is left alone. */
export async function processOne({ db, files }: { db: Database; files: Files }, id: string): Promise<void> {
  const picture = await findPicture(db, id);
  if (!picture || picture.state !== "quarantined" || picture.originalHash === null) return;
  try {
    const sizes = await renderSizes(await files.read(picture.originalHash));
    const stored = { print: await files.put(sizes.print), web: await files.put(sizes.web), thumb: await files.put(sizes.thumb) };
    await transaction(db, async (tx) => {
      await markReady(tx, id, {
        print: stored.print.sha256,
        web: stored.web.sha256,
        thumb: stored.thumb.sha256,
        width: sizes.width,
        height: sizes.height,
        likeness: sizes.likeness,
      });
      // A photograph that was used before is a question to whoever reviews.
      await askLikeness(tx, picture.exemplarId);
    });
  } catch (error) {
    const fault = error instanceof Problem ? error.details?.["fault"] : undefined;
    // Anything else may pass when the job is tried again: a full disk, a database that restarts.
    if (typeof fault !== "string") throw error;
    await transaction(db, (tx) => markRefused(tx, id, fault as PictureFault));
  }
}
