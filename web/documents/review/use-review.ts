import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Item, ItemState, NewItem } from "../../../src/modules/documents/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { reportSessionEnded } from "../../shell/session-ended.ts";
import { conflictOf } from "../../ui/conflict-dialog.tsx";
import { showDone, showError } from "../../ui/notices.ts";
import { backEntries, type Entry } from "./answers.ts";
import { ask } from "./ask-messages.ts";
import { say } from "./messages.ts";

type Items = Awaited<ReturnType<typeof api.documents.items>>;
type Touched = { items: Item[]; undecided: number };

/** How often other people's decisions come in. */
const LIVE = 6000;

/** The state until the server has answered. */
const shownAs = (item: Item, to: Entry["to"]): ItemState =>
  to === "proposed" || to === "dropped" ? to : item.original === null ? "added" : "accepted";

export type Review = ReturnType<typeof useReview>;

/**
 * The data of one review and what a person may do to it. Every act is sent at once and shown before it is confirmed; acts on
 * the same item wait for each other, so that a quick "accept, undo" does not conflict with itself. When somebody else was
 * first (409), theirs is shown and said, never overwritten.
 */
export function useReview(id: string) {
  const t = useText();
  const client = useQueryClient();
  const [unsent, setUnsent] = useState(0);
  const queues = useRef(new Map<string, Promise<unknown>>());
  const waiting = useRef({ acts: 0, stale: false });
  const input = useMemo(() => ({ id }), [id]);
  const itemsKey = useMemo(() => orpc.documents.items.queryKey({ input }), [input]);

  const document = useQuery(
    orpc.documents.get.queryOptions({ input, refetchInterval: ({ state }) => (state.data?.state === "compiling" ? 1500 : false) }),
  );
  const ready = document.data !== undefined && document.data.state !== "compiling" && document.data.state !== "failed";
  const text = useQuery(orpc.documents.text.queryOptions({ input, enabled: ready, staleTime: Infinity }));
  const items = useQuery(orpc.documents.items.queryOptions({ input, enabled: ready, refetchInterval: unsent === 0 ? LIVE : false }));
  const unresolved = useQuery(orpc.documents.unresolved.queryOptions({ input, enabled: ready, staleTime: 30_000 }));

  const offers = useQuery(
    orpc.documents.offers.queryOptions({ input, enabled: ready && (document.data?.can.review ?? false), staleTime: 30_000 }),
  );

  // Answers go to the server one after the other: whoever leaves before the last is told so.
  useEffect(() => {
    if (unsent === 0) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [unsent]);

  const merge = useCallback(
    (changed: Item[], undecided?: number) => {
      client.setQueryData(itemsKey, (before: Items | undefined) => {
        if (!before) return before;
        const byId = new Map(changed.map((item) => [item.id, item]));
        const kept = before.items.map((item) => byId.get(item.id) ?? item);
        const known = new Set(before.items.map((item) => item.id));
        const all = [...kept, ...changed.filter((item) => !known.has(item.id))];
        return { ...before, items: all, undecided: undecided ?? all.filter(({ state }) => state === "proposed").length };
      });
    },
    [client, itemsKey],
  );

  const current = useCallback(
    (item: string) => client.getQueryData<Items>(itemsKey)?.items.find((each) => each.id === item),
    [client, itemsKey],
  );

  /** Sends one act after those before it on the same item; the answer goes into the list. Throws what the server refused. */
  const send = useCallback(
    async (queue: string, call: () => Promise<Touched>, affectsWho: boolean): Promise<Item[]> => {
      setUnsent((count) => count + 1);
      waiting.current.acts++;
      const turn = (queues.current.get(queue) ?? Promise.resolve()).catch(() => undefined).then(call);
      queues.current.set(queue, turn);
      try {
        await client.cancelQueries({ queryKey: itemsKey });
        const touched = await turn;
        merge(touched.items, touched.undecided);
        waiting.current.stale ||= affectsWho;
        return touched.items;
      } catch (error) {
        const problem = asApiError(error);
        if (problem.code === "unauthenticated") reportSessionEnded();
        throw problem;
      } finally {
        setUnsent((count) => count - 1);
        waiting.current.acts--;
        // Asked anew once a run of answers has arrived: each of these takes the server longer than an answer.
        if (waiting.current.acts === 0 && waiting.current.stale) {
          waiting.current.stale = false;
          void client.invalidateQueries({ queryKey: orpc.documents.unresolved.key() });
          void client.invalidateQueries({ queryKey: orpc.documents.offers.key() });
        }
      }
    },
    [client, itemsKey, merge],
  );

  /** Accept, drop, restore: shown at once, taken back when the server refuses. */
  const decide = useCallback(
    async (
      item: Item,
      to: ItemState,
      call: (input: { id: string; item: string; version: number }) => Promise<Touched>,
      affectsWho: boolean,
    ) => {
      merge([{ ...item, state: to }]);
      try {
        await send(item.id, () => call({ id, item: item.id, version: current(item.id)?.version ?? item.version }), affectsWho);
      } catch (error) {
        const conflict = conflictOf<Item>(error);
        merge([conflict?.current ?? item]);
        if (conflict) showDone(t(say("otherChanged", { name: conflict.changedBy ?? t(say("someone")) })));
        else showError(t, error);
      }
    },
    [current, id, merge, send, t],
  );

  /**
   * One answer for many items, shown at once. What comes back is how they were, to undo it with; null when the server refused. Answers
   * wait for each other: the next one is sent on the versions that this one leaves.
   */
  const settle = useCallback(
    async (entries: readonly Entry[], correction?: string): Promise<Item[] | null> => {
      const before = entries.map(({ item }) => current(item.id) ?? item);
      merge(entries.map(({ item, to, value }) => ({ ...item, state: shownAs(item, to), ...(value ? { value } : {}) }) as Item));
      try {
        await send(
          "settle",
          async () => {
            const answer = await api.documents.settle({
              id,
              ...(correction ? { correction } : {}),
              entries: entries.map(({ item, to, value }) => ({
                item: item.id,
                version: current(item.id)?.version ?? item.version,
                to,
                ...(value ? { value: { kind: item.kind, value } as never } : {}),
              })),
            });
            merge(answer.items, answer.undecided);
            if (answer.passed > 0) showDone(t(ask("passed", { count: answer.passed })));
            return answer;
          },
          // Accepted as it stands, an item means the same bodies and days as before.
          entries.some(({ to, value }) => value !== undefined || to === "dropped"),
        );
        return before;
      } catch (error) {
        merge(before);
        showError(t, error);
        return null;
      }
    },
    [current, id, merge, send, t],
  );

  const acts = useMemo(
    () => ({
      settle,
      /** Puts items back to what they were. */
      putBack: (before: readonly Item[]) => settle(backEntries(before)),
      accept: (item: Item) => decide(item, "accepted", api.documents.accept, false),
      drop: (item: Item) => decide(item, "dropped", api.documents.drop, true),
      restore: (item: Item) => decide(item, item.original === null ? "added" : "proposed", api.documents.restore, true),
      /** `version` is the one that the editor was opened on, so that a change in between is noticed. */
      correct: (item: Item, version: number, to: NewItem) =>
        send(item.id, () => api.documents.correct({ id, item: item.id, version, to }), true),
      add: (add: NewItem) => send("add", () => api.documents.add({ id, add }), true),
      split: (item: Item, parts: NewItem[]) =>
        send(item.id, () => api.documents.split({ id, item: item.id, version: current(item.id)?.version ?? item.version, parts }), true),
      /** Takes in what the server is known to hold. */
      show: (changed: Item[]) => merge(changed),
    }),
    [current, decide, id, merge, send, settle],
  );

  return { id, document, text, items, unresolved, offers, acts, saving: unsent > 0 };
}
