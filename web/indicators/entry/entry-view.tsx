import { useMemo, useState } from "react";
import { DraftNote } from "../../ui/draft-note.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ClashDialog } from "./clash-dialog.tsx";
import type { Entries } from "./delta.ts";
import { EntryBar } from "./entry-bar.tsx";
import { readFigure } from "./figure.ts";
import { slotOf } from "./figure-text.ts";
import type { GridActs } from "./figure-grid.tsx";
import type { Part, Place } from "./grid.ts";
import { nothing, type Entered, type EntryRow } from "./model.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { planPaste, type PastePlan } from "./paste.ts";
import { RecordsDialog, type RecordsAsked } from "./records-dialog.tsx";
import { partIdOf, rowsOf, shownEntries, type SubmissionJson } from "./rows.ts";
import { SectionView } from "./section-view.tsx";
import { Sending } from "./sending.tsx";
import { useEntry } from "./use-entry.ts";
import { useGrid } from "./use-grid.ts";

type Step = { partId: string; key: string; before: Entered | null }[];

/** The whole form, its sections one under the other, as one grid. */
export function EntryView({ submission }: { submission: SubmissionJson }) {
  const entry = useEntry(submission);
  const [plan, setPlan] = useState<PastePlan | null>(null);
  const [asked, setAsked] = useState<RecordsAsked | null>(null);
  const [steps, setSteps] = useState<Step[]>([]);

  const parts = useMemo(() => {
    const all = submission.sections.map((section) => ({
      section,
      partId: partIdOf(section),
      rows: rowsOf(section, submission.oddities, (title) => title),
    }));
    return all.map((part, index) => ({ ...part, first: all.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0) }));
  }, [submission]);
  const rows = useMemo(() => parts.flatMap((part) => part.rows), [parts]);
  const entered: Entries = Object.assign({}, ...parts.map(({ section, partId }) => shownEntries(section, entry.draft.parts[partId])));
  const grid = useGrid(rows);
  const partOfRow = (row: EntryRow) => parts.find(({ partId }) => row.key.startsWith(`${partId} `));

  const put = (changes: { row: EntryRow; now: Entered | null }[]) => {
    const step: Step = [];
    for (const { row, now } of changes) {
      const part = partOfRow(row);
      if (!part) continue;
      step.push({ partId: part.partId, key: row.key, before: entered[row.key] ?? null });
      entry.enter(part.partId, row.key, now);
    }
    if (step.length > 0) setSteps((before) => [...before.slice(-99), step]);
  };
  const setUnread = (row: EntryRow, part: Part, problem: { typed: string; why: "planned" | "unreadable" } | null) =>
    entry.setDraft((before) => {
      const unread = { ...before.unread };
      if (problem) unread[slotOf(row.key, part)] = problem;
      else delete unread[slotOf(row.key, part)];
      return { ...before, unread };
    });
  const now = (row: EntryRow): Entered => entered[row.key] ?? nothing;

  const acts: GridActs = {
    onType: (row, part, typed) => {
      const read = readFigure(typed, row.shape === "decimal" ? "decimal" : "whole");
      setUnread(row, part, read.ok ? null : { typed, why: read.why });
      if (!read.ok) return;
      const { value, numerator, denominator, reason } = now(row);
      if (part === "value")
        put([{ row, now: read.value === null ? null : { value: read.value, said: read.said, reason: reason ?? null } }]);
      else {
        const next = {
          value: null,
          numerator: numerator ?? null,
          denominator: denominator ?? null,
          [part]: read.value,
          reason: reason ?? null,
        };
        put([{ row, now: next.numerator === null && next.denominator === null && value === null ? null : next }]);
      }
    },
    onChoose: (row, value) => put([{ row, now: value === null ? null : { value, said: null, reason: now(row).reason ?? null } }]),
    onUseComputed: (row) => put([{ row, now: null }]),
    onReason: (row, reason) => put([{ row, now: { ...now(row), reason } }]),
    onRecords: (row) => {
      const part = partOfRow(row);
      if (part)
        setAsked({
          label: row.label,
          sectionId: part.section.sectionId,
          unitId: part.section.unit.id,
          cell: row.key.slice(part.partId.length + 1),
        });
    },
    onBlock: (place: Place, block) =>
      setPlan(planPaste(block, rows, place, (key) => (rows.find((row) => row.key === key)?.shape === "decimal" ? "decimal" : "whole"))),
    onUndo: () => {
      const last = steps.at(-1);
      if (!last) return;
      for (const { partId, key, before } of last) entry.enter(partId, key, before);
      setSteps(steps.slice(0, -1));
    },
  };

  const fill = () => {
    const changes = new Map<string, { row: EntryRow; now: Entered | null }>();
    for (const { row: index, part, read } of plan?.cells ?? []) {
      const row = rows[index];
      if (!row || !read.ok || read.value === null) continue;
      const before = changes.get(row.key)?.now ?? now(row);
      const next: Entered =
        part === "value"
          ? { value: read.value, said: read.said, reason: before.reason ?? null }
          : {
              value: null,
              numerator: before.numerator ?? null,
              denominator: before.denominator ?? null,
              [part]: read.value,
              reason: before.reason ?? null,
            };
      changes.set(row.key, { row, now: next });
      setUnread(row, part, null);
    }
    put([...changes.values()]);
    setPlan(null);
  };

  /** To the cell (or the section) that a hint speaks of. */
  const goTo = (sectionId: string | null, key: string | null) => {
    const row = rows.findIndex(
      (each) => partOfRow(each)?.section.sectionId === sectionId && (key === null || each.key.endsWith(` ${key}`)),
    );
    if (row >= 0 && !rows[row]?.locked) grid.focus({ row, column: 0 });
    else {
      const part = parts.find(({ section }) => section.sectionId === sectionId);
      document.getElementById(`part-${part?.partId ?? ""}`)?.scrollIntoView();
    }
  };

  return (
    <>
      <DraftNote restored={entry.restored} onDiscard={() => entry.setDraft((before) => ({ ...before, parts: {}, unread: {} }))} />
      {parts.map(({ section, partId, rows: own, first }) => (
        <SectionView
          key={partId}
          submission={submission}
          section={section}
          rows={own}
          firstRow={first}
          entered={entered}
          entry={entry}
          grid={grid}
          acts={acts}
        />
      ))}
      <ErrorNote error={entry.error} />
      <Sending submission={submission} entry={entry} rows={rows} entered={entered} goTo={goTo} />
      {submission.sections.some(({ can }) => can.includes("save")) && (
        <EntryBar
          entry={entry}
          rows={rows}
          entered={entered}
          canUndo={steps.length > 0}
          sends={submission.can.includes("submit")}
          onUndo={acts.onUndo}
        />
      )}
      <PasteDialog plan={plan} rows={rows} entered={entered} onFill={fill} onCancel={() => setPlan(null)} />
      <RecordsDialog submissionId={submission.id} asked={asked} onClose={() => setAsked(null)} />
      <ClashDialog entry={entry} />
    </>
  );
}
