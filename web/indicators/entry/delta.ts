import type { Entered } from "./model.ts";

export type Entries = Readonly<Record<string, Entered>>;

type Change<T> = { before: T | null; now: T | null };

/** What this browser holds of one section and the server has not got yet: kept until it is acknowledged. */
export type Delta = { cells: Record<string, Change<Entered>>; narrative?: Change<string> };

export const noDelta: Delta = { cells: {} };

export const isClean = (delta: Delta | undefined): boolean =>
  delta === undefined || (Object.keys(delta.cells).length === 0 && delta.narrative === undefined);

const plain = (entered: Entered | null | undefined): string =>
  JSON.stringify([
    entered?.value ?? null,
    entered?.numerator ?? null,
    entered?.denominator ?? null,
    entered?.said ?? null,
    entered?.reason || null,
  ]);

/** Whether two cells hold the same, reason and weight included. */
export const same = (one: Entered | null | undefined, other: Entered | null | undefined): boolean => plain(one) === plain(other);

/** The section as the person sees it: what is saved, with what is not yet. */
export function applied(saved: Entries, delta: Delta | undefined): Entries {
  if (!delta) return saved;
  const shown: Record<string, Entered> = { ...saved };
  for (const [key, { now }] of Object.entries(delta.cells)) {
    if (now === null) delete shown[key];
    else shown[key] = now;
  }
  return shown;
}

/** One more cell was changed; a change back to what is saved is none. */
export function changed(delta: Delta, saved: Entries, key: string, now: Entered | null): Delta {
  const before = delta.cells[key]?.before ?? saved[key] ?? null;
  const cells = { ...delta.cells, [key]: { before, now } };
  if (same(before, now)) delete cells[key];
  return { ...delta, cells };
}

export function written(delta: Delta, saved: string, now: string): Delta {
  const before = delta.narrative?.before ?? saved;
  const { narrative: _old, ...rest } = delta;
  return before === now ? rest : { ...rest, narrative: { before, now } };
}

/** After the server took `sent`: what was changed again meanwhile stays, counted from what was sent. */
export function settled(delta: Delta, sent: Delta): Delta {
  const cells: Delta["cells"] = {};
  for (const [key, change] of Object.entries(delta.cells)) {
    const gone = sent.cells[key];
    if (!gone) cells[key] = change;
    else if (!same(gone.now, change.now)) cells[key] = { before: gone.now, now: change.now };
  }
  const text = delta.narrative;
  const narrative =
    text === undefined || text.now === sent.narrative?.now ? undefined : { before: sent.narrative?.now ?? text.before, now: text.now };
  return narrative ? { cells, narrative } : { cells };
}

export type Clash = { key: string; mine: Entered | null; theirs: Entered | null };

/**
 * Somebody else saved the section meanwhile. What only one side touched is merged; where both changed the same cell to
 * different figures, a person decides. Nothing is overwritten unseen.
 */
export function rebased(delta: Delta, theirs: Entries, narrative: string): { delta: Delta; clashes: Clash[]; narrativeClash: boolean } {
  const cells: Delta["cells"] = {};
  const clashes: Clash[] = [];
  for (const [key, { before, now }] of Object.entries(delta.cells)) {
    const there = theirs[key] ?? null;
    if (same(there, now)) continue;
    cells[key] = { before: there, now };
    if (!same(there, before)) clashes.push({ key, mine: now, theirs: there });
  }
  const text = delta.narrative;
  if (text === undefined || text.now === narrative) return { delta: { cells }, clashes, narrativeClash: false };
  return {
    delta: { cells, narrative: { before: narrative, now: text.now } },
    clashes,
    narrativeClash: narrative !== text.before,
  };
}
