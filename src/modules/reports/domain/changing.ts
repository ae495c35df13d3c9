import type { Block, BlockChange } from "../blocks.ts";

export type Changed = { ok: true; blocks: Block[] } | { ok: false; why: "gone" | "stale" | "taken"; id: string; current: Block | null };

/** Blocks after all of the changes, or the first one that cannot be made. Pure: nothing happens by halves. */
export function changedBlocks(before: readonly Block[], changes: readonly BlockChange[]): Changed {
  let blocks = [...before];
  for (const change of changes) {
    const at = blocks.findIndex(({ id }) => id === change.id);
    const current = blocks[at] ?? null;
    const fail = (why: "gone" | "stale" | "taken"): Changed => ({ ok: false, why, id: change.id, current });
    if (change.act === "add") {
      if (current) return fail("taken");
      const place = placeAfter(blocks, change.after);
      if (place === null) return fail("gone");
      blocks = blocks.toSpliced(place, 0, { id: change.id, version: 1, content: change.content });
      continue;
    }
    if (!current) return fail("gone");
    if (change.act === "move") {
      const rest = blocks.toSpliced(at, 1);
      const place = change.after === change.id ? null : placeAfter(rest, change.after);
      if (place === null) return fail("gone");
      blocks = rest.toSpliced(place, 0, current);
      continue;
    }
    if (current.version !== change.version) return fail("stale");
    blocks =
      change.act === "remove"
        ? blocks.toSpliced(at, 1)
        : blocks.with(at, { id: current.id, version: current.version + 1, content: change.content });
  }
  return { ok: true, blocks };
}

/** Null when the block to stand after is not there. */
function placeAfter(blocks: readonly Block[], after: string | null): number | null {
  if (after === null) return 0;
  const at = blocks.findIndex(({ id }) => id === after);
  return at < 0 ? null : at + 1;
}
