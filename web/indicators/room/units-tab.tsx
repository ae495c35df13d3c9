import { Button, Checkbox, SegmentedControl, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { DueBadge, StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { progressText, standingOf } from "../words.ts";
import { say } from "./messages.ts";
import type { Room } from "./types.ts";
import shared from "../indicators.module.css";

type UnitRow = Room["units"][number];

/** Every unit of the round and where it stands; chosen ones get another day or are excused, with the reason. */
export function UnitsTab({ room }: { room: Room }) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const may = room.can.includes("extend") || room.can.includes("excuse");
  const columns: Column<UnitRow>[] = [
    {
      key: "unit",
      header: t(say("columnUnit")),
      onPhone: "title",
      sort: ({ unit }) => unit.name,
      cell: ({ unit, submissionId, progress }) => (
        <span className={shared["facts"]}>
          {may && (
            <Checkbox
              aria-label={t(say("choose", { unit: unit.name }))}
              checked={chosen.has(unit.id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(unit.id);
                else next.delete(unit.id);
                setChosen(next);
              }}
            />
          )}
          {submissionId && (progress === "sent" || progress === "approved" || progress === "returned") ? (
            <Link to="/approvals/$submissionId" params={{ submissionId }} className={shared["titleLink"]}>
              {unit.name}
            </Link>
          ) : (
            unit.name
          )}
        </span>
      ),
    },
    {
      key: "standing",
      header: t(say("columnStanding")),
      width: "17rem",
      sort: ({ standing }) => standing,
      cell: (unit) => {
        const { tone, text } = standingOf(unit);
        return (
          <span className={shared["facts"]}>
            <StateBadge tone={tone}>{t(text)}</StateBadge>
            {unit.standing !== "waiting" && unit.standing !== "over" && (
              <span className={shared["quiet"]}>{t(progressText[unit.progress])}</span>
            )}
          </span>
        );
      },
    },
    {
      key: "sent",
      header: t(say("columnSent")),
      width: "11rem",
      sort: ({ sentAt }) => sentAt,
      cell: ({ sentAt, document }) =>
        sentAt === null && !document ? null : (
          <>
            {sentAt && showInstant(sentAt)}
            {document && (
              <span className={shared["quietLine"]}>
                {t(say("document", { number: document.number ?? "", date: document.date ? showDate(document.date) : "" }))}
              </span>
            )}
          </>
        ),
    },
    {
      key: "due",
      header: t(say("columnDue")),
      width: "15rem",
      sort: ({ due }) => due.lastDay,
      cell: ({ due, extended, excused }) => (
        <>
          <DueBadge due={{ text: null, lastDay: due.lastDay }} />
          {extended && <span className={shared["quietLine"]}>{t(say("extended", { reason: extended.reason }))}</span>}
          {excused && <span className={shared["quietLine"]}>{t(say("excused", { reason: excused.reason }))}</span>}
        </>
      ),
    },
  ];
  const units = room.units.filter(({ unit }) => chosen.has(unit.id));
  return (
    <>
      {may && units.length > 0 && <Decide key={units.length} room={room} units={units} onDone={() => setChosen(new Set())} />}
      {may && units.length === 0 && <p className={shared["count"]}>{t(say("chooseHint"))}</p>}
      <DataTable
        label={t(say("tabUnits", { count: room.units.length }))}
        rows={room.units}
        columns={columns}
        rowKey={({ unit }) => unit.id}
      />
    </>
  );
}

function Decide({ room, units, onDone }: { room: Room; units: UnitRow[]; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const excused = units.every((unit) => unit.excused !== null);
  const [act, setAct] = useState<"extend" | "excuse">("extend");
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const seen = units.map(({ unit, version }) => ({ unitId: unit.id, version }));
  const done = {
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: orpc.indicators.key() });
    },
  };
  const extend = useMutation(orpc.indicators.rounds.extend.mutationOptions(done));
  const excuse = useMutation(orpc.indicators.rounds.excuse.mutationOptions(done));
  const undo = useMutation(orpc.indicators.rounds.undoExcuse.mutationOptions(done));
  const { id } = room.round;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act === "extend" && day) extend.mutate({ id, units: seen, lastDay: day, reason });
    if (act === "excuse") excuse.mutate({ id, units: seen, reason });
  };
  if (excused)
    return (
      <div className={shared["inlineForm"]}>
        <div className={shared["buttons"]}>
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ id, units: seen })}>
            {t(say("undoExcuse", { count: units.length }))}
          </Button>
        </div>
        <ErrorNote error={undo.error} />
      </div>
    );
  return (
    <form className={shared["inlineForm"]} onSubmit={submit}>
      <SegmentedControl
        aria-label={t(say("decide", { count: units.length }))}
        value={act}
        onChange={(value) => setAct(value)}
        data={[
          { value: "extend", label: t(say("extend", { count: units.length })) },
          { value: "excuse", label: t(say("excuse", { count: units.length })) },
        ]}
      />
      {act === "extend" && <DateInput label={t(say("newDay"))} required value={day} onChange={setDay} />}
      <Textarea label={t(say("reason"))} required autosize value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <ErrorNote error={extend.error ?? excuse.error} />
      <div className={shared["buttons"]}>
        <ActButton
          type="submit"
          loading={extend.isPending || excuse.isPending}
          missing={[act === "extend" && !day && t(say("newDay")), reason.trim() === "" && t(say("reason"))]}
        >
          {t(say(act === "extend" ? "extendNow" : "excuseNow"))}
        </ActButton>
        <Button variant="default" onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
