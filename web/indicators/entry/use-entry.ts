import { notifyManager, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { asApiError, type ApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { hasSessionEnded, onSessionEnded, reportSessionEnded } from "../../shell/session-ended.ts";
import { useDraft } from "../../ui/draft.ts";
import { changed, isClean, noDelta, rebased, settled, written, type Clash, type Delta } from "./delta.ts";
import type { Entered } from "./model.ts";
import type { RowProblem } from "./row-notes.tsx";
import { partIdOf, savedEntries, type SectionJson, type SubmissionJson } from "./rows.ts";

type PartDraft = Delta & {
  /** Which version of the part the changes were made on. */
  base: number;
};

/** What this browser keeps of a submission until the server has it. `sending`: the key of a sending nobody has acknowledged. */
type EntryDraft = {
  parts: Record<string, PartDraft>;
  unread: Record<string, RowProblem>;
  sending: { key: string; seen: { sectionId: string; unitId: number; version: number }[] } | null;
};

const emptyDraft: EntryDraft = { parts: {}, unread: {}, sending: null };

export type SaveState = "saved" | "saving" | "waiting" | "offline" | "refused";
/** Cells that two people changed to different figures; `delta` is ours laid over what is saved now. */
export type PartClash = { section: SectionJson; delta: Delta; cells: Clash[]; narrative: { mine: string; theirs: string } | null };

const AFTER = 500;
const AGAIN = 5000;

const saveInput = ({ cells, narrative }: Delta, partId: string) => ({
  cells: Object.fromEntries(
    Object.entries(cells).map(([key, { now }]) => [
      key.slice(partId.length + 1),
      now
        ? {
            value: now.value,
            ...(now.numerator === undefined ? {} : { numerator: now.numerator }),
            ...(now.denominator === undefined ? {} : { denominator: now.denominator }),
            said: now.said ?? null,
            reason: now.reason ?? null,
          }
        : { value: null },
    ]),
  ),
  ...(narrative ? { narrative: narrative.now ?? "" } : {}),
});

/**
 * State of the entry page. What is typed goes into a draft in this browser at once and to the server a moment later, section
 * by section; without network or session it waits and goes by itself afterwards. What somebody else saved meanwhile is
 * merged cell by cell, and a person decides where both changed the same one.
 */
export function useEntry(submission: SubmissionJson) {
  const client = useQueryClient();
  const { value: draft, setValue: setDraft, restored } = useDraft<EntryDraft>(`submission:${submission.id}`, emptyDraft);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<ApiError | null>(null);
  const [lastSaved, setLastSaved] = useState<string | null>(null);
  const ended = useSyncExternalStore(onSessionEnded, hasSessionEnded);
  const busy = useRef(false);

  const queryKey = orpc.indicators.submissions.get.queryKey({ input: { id: submission.id } });
  const sections = useMemo(() => new Map(submission.sections.map((section) => [partIdOf(section), section])), [submission.sections]);

  const setPart = useCallback(
    (partId: string, change: (part: PartDraft, section: SectionJson) => Delta, base?: number) =>
      setDraft((before) => {
        const section = sections.get(partId);
        if (!section) return before;
        const part = before.parts[partId] ?? { ...noDelta, base: section.version };
        const next = change(part, section);
        const parts = { ...before.parts, [partId]: { ...next, base: base ?? part.base } };
        if (isClean(next)) delete parts[partId];
        return { ...before, parts };
      }),
    [sections, setDraft],
  );

  // Somebody else's save, or one of ours from another window: our changes lie on top of it, and where both changed the same
  // cell a person decides before anything is sent.
  const pending = useMemo(
    () =>
      Object.entries(draft.parts).flatMap(([partId, part]) => {
        const section = sections.get(partId);
        if (!section || isClean(part) || !section.can.includes("save")) return [];
        if (section.version === part.base) return [{ partId, section, delta: part as Delta, clash: null }];
        const { delta, clashes, narrativeClash } = rebased(part, savedEntries(section), section.narrative ?? "");
        const narrative = narrativeClash ? { mine: delta.narrative?.now ?? "", theirs: section.narrative ?? "" } : null;
        const clash: PartClash | null = clashes.length > 0 || narrative ? { section, delta, cells: clashes, narrative } : null;
        return [{ partId, section, delta, clash }];
      }),
    [draft.parts, sections],
  );
  const clash = pending.find((each) => each.clash !== null)?.clash ?? null;
  const next = pending.find((each) => each.clash === null);

  const save = useCallback(
    async (partId: string, section: SectionJson, part: Delta): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      setSaving(true);
      try {
        const saved = await api.indicators.submissions.savePart({
          id: submission.id,
          sectionId: section.sectionId,
          unitId: section.unit.id,
          version: section.version,
          ...saveInput(part, partId),
        });
        const answers = new Map(saved.cells.map(({ key, answer }) => [key, answer]));
        // What is saved and what is left of the draft are shown in one step. A render between them would show the old figure
        // and take away the field for its reason, with what was typed there.
        notifyManager.batch(() => {
          client.setQueryData(queryKey, (before) =>
            before
              ? {
                  ...before,
                  oddities: saved.oddities,
                  blockers: saved.blockers,
                  sections: before.sections.map((each) =>
                    partIdOf(each) === partId
                      ? {
                          ...each,
                          version: saved.version,
                          savedAt: saved.savedAt,
                          narrative: part.narrative ? part.narrative.now : each.narrative,
                          cells: each.cells.map((cell) =>
                            answers.has(cell.key) ? { ...cell, answer: answers.get(cell.key) ?? null } : cell,
                          ),
                        }
                      : each,
                  ),
                }
              : before,
          );
          notifyManager.schedule(() =>
            setDraft((before) => {
              const rest = settled(before.parts[partId] ?? noDelta, part);
              const parts = { ...before.parts, [partId]: { ...rest, base: saved.version } };
              if (isClean(rest)) delete parts[partId];
              return { ...before, parts };
            }),
          );
        });
        setFailed(null);
        setLastSaved(saved.savedAt);
      } catch (error) {
        const problem = asApiError(error);
        if (problem.code === "unauthenticated") reportSessionEnded();
        // The part moved, or the whole was sent meanwhile: read it again, and let the effect above merge.
        if (problem.code === "conflict" || problem.code === "wrong_state") await client.invalidateQueries({ queryKey });
        if (problem.code !== "conflict") setFailed(problem);
      } finally {
        busy.current = false;
        setSaving(false);
      }
    },
    [client, queryKey, setDraft, submission.id],
  );

  const mayPass = failed === null || ["offline", "unavailable", "throttled", "unauthenticated"].includes(failed.code);
  useEffect(() => {
    if (!next || saving || clash || ended || !mayPass) return undefined;
    const timer = window.setTimeout(() => void save(next.partId, next.section, next.delta), failed ? AGAIN : AFTER);
    return () => window.clearTimeout(timer);
  }, [next, saving, clash, ended, mayPass, failed, save]);

  useEffect(() => {
    const again = () => setFailed(null);
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);

  const state: SaveState =
    failed && mayPass ? "offline" : failed ? "refused" : saving ? "saving" : pending.length > 0 ? "waiting" : "saved";

  return {
    draft,
    setDraft,
    restored: restored && pending.length > 0,
    state,
    error: failed && !mayPass ? failed : null,
    clash,
    savedAt: lastSaved,
    clean: pending.length === 0,
    retry: () => setFailed(null),
    enter: (partId: string, key: string, now: Entered | null) => {
      setFailed((problem) => (problem && problem.code !== "offline" ? null : problem));
      setPart(partId, (part, section) => changed(part, savedEntries(section), key, now));
    },
    write: (partId: string, now: string) => setPart(partId, (part, section) => written(part, section.narrative ?? "", now)),
    /** Ends a clash: mine over theirs, or theirs for the cells that clash; whatever else was typed stays. */
    settleClash: ({ section, delta, cells, narrative }: PartClash, mine: boolean) => {
      const keys = new Set(mine ? [] : cells.map(({ key }) => key));
      const { narrative: text } = delta;
      const left: Delta = {
        cells: Object.fromEntries(Object.entries(delta.cells).filter(([key]) => !keys.has(key))),
        ...(text && (mine || !narrative) ? { narrative: text } : {}),
      };
      setPart(partIdOf(section), () => left, section.version);
    },
  };
}

export type Entry = ReturnType<typeof useEntry>;

/** A key of a sending, of 128 random bits; `crypto.randomUUID` is missing where an office serves plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
