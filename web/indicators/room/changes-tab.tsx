import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { showInstant } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showFigure } from "../entry/figure.ts";
import { say } from "./messages.ts";
import type { Room } from "./types.ts";
import shared from "../indicators.module.css";

/** What is different from the moment at which figures were fixed. */
export function ChangesTab({ room }: { room: Room }) {
  const t = useText();
  const changes = useQuery(orpc.indicators.rounds.changedSince.queryOptions({ input: { id: room.round.id } }));
  if (changes.isPending) return <Busy rows={4} />;
  if (changes.error) return <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />;
  const { cells, sentSince, fixedAt } = changes.data;
  return (
    <>
      {sentSince.length > 0 && (
        <p className={shared["count"]}>{t(say("sentSince", { units: sentSince.map(({ name }) => name).join("; ") }))}</p>
      )}
      <DataTable
        label={t(say("tabChanges"))}
        rows={cells}
        rowKey={({ unit, cell }) => `${unit.id} ${cell}`}
        empty={<EmptyState title={t(say("nothingChanged", { when: showInstant(fixedAt) }))} />}
        columns={[
          { key: "unit", header: t(say("columnUnit")), onPhone: "title", sort: ({ unit }) => unit.name, cell: ({ unit }) => unit.name },
          { key: "label", header: t(say("columnIndicator")), sort: ({ label }) => label, cell: ({ label }) => label },
          { key: "before", header: t(say("columnFixed")), width: "9rem", align: "right", cell: ({ before }) => showFigure(before) },
          { key: "after", header: t(say("columnNow")), width: "9rem", align: "right", cell: ({ after }) => showFigure(after) },
        ]}
      />
    </>
  );
}
