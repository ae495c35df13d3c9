import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import type { Entries } from "./delta.ts";
import { FigureGrid, type GridActs } from "./figure-grid.tsx";
import { say } from "./messages.ts";
import type { EntryRow } from "./model.ts";
import { Narrative } from "./narrative.tsx";
import { partIdOf, type SectionJson, type SubmissionJson } from "./rows.ts";
import type { Entry } from "./use-entry.ts";
import type { GridFocus } from "./use-grid.ts";
import styles from "./entry.module.css";

type Props = {
  submission: SubmissionJson;
  section: SectionJson;
  rows: readonly EntryRow[];
  firstRow: number;
  entered: Entries;
  entry: Entry;
  grid: GridFocus;
  acts: GridActs;
};

/** One heading: whose it is, what is wanted, its figures, its words, and the organisation's "done with mine". */
export function SectionView({ submission, section, rows, firstRow, entered, entry, grid, acts }: Props) {
  const t = useText();
  const partId = partIdOf(section);
  const locked = !section.can.includes("save");
  const narrative = entry.draft.parts[partId]?.narrative?.now ?? section.narrative;
  return (
    <div id={`part-${partId}`} className={styles["part"]}>
      <Section
        title={[section.number, section.heading].filter(Boolean).join(". ")}
        note={!section.own || submission.side === "part" ? t(say("filledBy", { unit: section.unit.name })) : undefined}
        actions={<PartState submission={submission} section={section} clean={entry.draft.parts[partId] === undefined} />}
      >
        {section.guidance && (
          <details className={styles["guidance"]}>
            <summary>{t(say("guidance"))}</summary>
            <p>{section.guidance}</p>
          </details>
        )}
        {rows.length > 0 && (
          <FigureGrid
            label={section.heading}
            rows={rows}
            firstRow={firstRow}
            entered={entered}
            unread={entry.draft.unread}
            grid={grid}
            {...acts}
          />
        )}
        {narrative !== null && (
          <Narrative
            submissionId={submission.id}
            section={section}
            text={narrative}
            locked={locked}
            onWrite={(text) => entry.write(partId, text)}
          />
        )}
      </Section>
    </div>
  );
}

/** What an organisation has handed in, and its buttons. Handing in waits until everything typed is saved. */
function PartState({ submission, section, clean }: { submission: SubmissionJson; section: SectionJson; clean: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const hand = useMutation(
    orpc.indicators.submissions.doneWithPart.mutationOptions({
      onSuccess: async (now) => {
        client.setQueryData(orpc.indicators.submissions.get.queryKey({ input: { id: submission.id } }), now);
        await client.invalidateQueries({ queryKey: orpc.indicators.submissions.partsOwed.key() });
      },
    }),
  );
  const call = (done: boolean) =>
    hand.mutate({ id: submission.id, sectionId: section.sectionId, unitId: section.unit.id, version: section.version, done });
  return (
    <>
      {section.done ? (
        <StateBadge tone="good">{t(say("partDone", { name: section.done.by, when: showInstant(section.done.at) }))}</StateBadge>
      ) : (
        !section.own && submission.side !== "part" && <StateBadge tone="neutral">{t(say("partOpen"))}</StateBadge>
      )}
      {section.can.includes("done") && (
        <Button
          size="xs"
          variant={submission.side === "part" ? "filled" : "default"}
          disabled={!clean}
          loading={hand.isPending}
          onClick={() => call(true)}
        >
          {t(say(section.own || submission.side === "part" ? "doneWithMine" : "doneForThem"))}
        </Button>
      )}
      {section.can.includes("reopen") && (
        <Button size="xs" variant="default" loading={hand.isPending} onClick={() => call(false)}>
          {t(say("reopenMine"))}
        </Button>
      )}
      <ErrorNote error={hand.error} />
    </>
  );
}
