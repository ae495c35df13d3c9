import { useCallback, useEffect, useRef, useState } from "react";
import type { Block, BlockContent } from "../../src/modules/reports/contract.ts";
import { useDraft } from "../ui/draft.ts";
import { useChange } from "./use-report.ts";

export type SaveState = "saved" | "typing" | "saving" | "failed";

/** How long after a key a block goes to the server; what is typed meanwhile goes along or follows. */
const PAUSE = 800;

/**
 * One block while it is edited: kept in this browser with every key, sent a moment after the last one. One send at a time;
 * what was typed meanwhile follows. `base` is the version that was seen, so that two editors of one block meet.
 */
export function useBlockEdit(reportId: string, block: Block) {
  const change = useChange(reportId);
  const draft = useDraft<BlockContent>(`report:${reportId}:${block.id}`, block.content);
  const [state, setState] = useState<SaveState>(draft.restored ? "typing" : "saved");
  const [error, setError] = useState<unknown>(null);
  const base = useRef(block.version);
  const latest = useRef(draft.value);
  const running = useRef(false);
  const { mutateAsync } = change;
  const { setValue, clear } = draft;

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setState("saving");
    setError(null);
    try {
      for (let sent: BlockContent | null = null; sent !== latest.current;) {
        sent = latest.current;
        // One after the other on purpose: each needs the version that the one before it made.
        const after = await mutateAsync([{ act: "put", id: block.id, version: base.current, content: sent }]);
        base.current = after.blocks.find(({ id }) => id === block.id)?.version ?? base.current;
      }
      clear(latest.current);
      setState("saved");
      return true;
    } catch (thrown) {
      setError(thrown);
      setState("failed");
      return false;
    } finally {
      running.current = false;
    }
  }, [block.id, clear, mutateAsync]);

  useEffect(() => {
    if (state !== "typing") return undefined;
    const timer = window.setTimeout(() => void save(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [state, save]);

  const edit = (content: BlockContent) => {
    latest.current = content;
    setValue(content);
    setState((before) => (before === "saving" ? before : "typing"));
  };

  /** After a conflict: over what stands now, with its version. */
  const saveOver = (version: number) => {
    base.current = version;
    void save();
  };
  const takeTheirs = (theirs: Block) => {
    base.current = theirs.version;
    latest.current = theirs.content;
    clear(theirs.content);
    setError(null);
    setState("saved");
  };

  return { content: draft.value, restored: draft.restored, state, error, edit, save, saveOver, takeTheirs, forget: () => setError(null) };
}

export type BlockEdit = ReturnType<typeof useBlockEdit>;
