import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Rhythm, Template } from "../../src/modules/activities/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";
import { unitId } from "./written.ts";

const rhythms = ["week", "month", "month-weekday", "quarter", "year"] as const satisfies Rhythm["every"][];

/** The parts of any rhythm; only those that the chosen one has are shown and sent. */
type Parts = { every: Rhythm["every"]; weekday: number; day: number; month: number; nth: number };

const partsOf = (rhythm: Rhythm | undefined): Parts => ({ every: "month", weekday: 1, day: 25, month: 1, nth: 1, ...rhythm });

function rhythmOf({ every, weekday, day, month, nth }: Parts): Rhythm {
  switch (every) {
    case "week":
      return { every, weekday };
    case "month":
      return { every, day };
    case "month-weekday":
      return { every, weekday, nth };
    case "quarter":
      return { every, month: Math.min(month, 3), day };
    case "year":
      return { every, month, day };
  }
}

type Props = { template: Template | null; onCancel(): void; onSaved(): void };

/** A recurring activity: what, how often, from when. */
export function TemplateForm({ template, onCancel, onSaved }: Props) {
  const t = useText();
  const own = usePost()?.unit;
  const kinds = useQuery({ ...orpc.activities.kinds.queryOptions(), staleTime: Infinity });
  const [kind, setKind] = useState(template?.kind ?? null);
  const [name, setName] = useState(template?.name ?? "");
  const [place, setPlace] = useState(template?.place ?? "");
  const [startTime, setStartTime] = useState(template?.startTime ?? "");
  const [lead, setLead] = useState<PickedUnit[]>(template ? [template.lead] : own ? [{ id: own.id, name: own.name }] : []);
  const [partners, setPartners] = useState<PickedUnit[]>(template?.partners ?? []);
  const [parts, setParts] = useState(partsOf(template?.rhythm));
  const [from, setFrom] = useState<string | null>(template?.from ?? today());
  const [until, setUntil] = useState<string | null>(template?.until ?? null);
  const put = (change: Partial<Parts>) => setParts((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const fields = {
        kind: kind ?? "",
        name: name.trim(),
        place: place.trim() || null,
        startTime: startTime || null,
        ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
        partners: partners.map(unitId),
        rhythm: rhythmOf(parts),
        from: from ?? "",
        until,
      };
      return template
        ? api.activities.templates.edit({ id: template.id, version: template.version, ...fields })
        : api.activities.templates.create(fields);
    },
    onSuccess: onSaved,
  });
  const fields = save.error ? asApiError(save.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Section title={t(say(template ? "templateEdit" : "templateNew"))}>
      <form className={styles["minute"]} onSubmit={submit}>
        <Select
          label={t(say("kind"))}
          required
          searchable
          data={(kinds.data?.items ?? [])
            .filter(({ active }) => active)
            .map(({ code, name: called }) => ({ value: code, label: t(called) }))}
          value={kind}
          error={fields["kind"]}
          onChange={setKind}
        />
        <TextInput
          label={t(say("name"))}
          required
          value={name}
          error={fields["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={styles["pair"]}>
          <Select
            label={t(say("rhythm"))}
            data={rhythms.map((value) => ({ value, label: t(say(`rhythm.${value}`)) }))}
            value={parts.every}
            allowDeselect={false}
            onChange={(value) => put({ every: value as Rhythm["every"] })}
          />
          <RhythmParts parts={parts} onChange={put} />
        </div>
        <div className={styles["pair"]}>
          <TextInput
            type="time"
            label={t(say("startTime"))}
            value={startTime}
            error={fields["startTime"]}
            onChange={(event) => setStartTime(event.currentTarget.value)}
          />
          <TextInput
            label={t(say("place"))}
            value={place}
            error={fields["place"]}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <DateInput label={t(say("from"))} required value={from} error={fields["from"]} onChange={setFrom} />
          <DateInput label={t(say("until"))} description={t(say("untilHint"))} value={until} error={fields["until"]} onChange={setUntil} />
        </div>
        <UnitPicker label={t(say("unit"))} value={lead} error={fields["leadId"]} onChange={setLead} />
        <UnitPicker multiple label={t(say("partners"))} value={partners} error={fields["partners"]} onChange={setPartners} />
        <ErrorNote error={save.error} />
        <div className={styles["buttons"]}>
          <ActButton
            type="submit"
            loading={save.isPending}
            missing={[!kind && t(say("kind")), name.trim() === "" && t(say("name")), !from && t(say("from"))]}
          >
            {t(say("templateSave"))}
          </ActButton>
          <Button variant="default" disabled={save.isPending} onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function RhythmParts({ parts, onChange }: { parts: Parts; onChange(change: Partial<Parts>): void }) {
  const t = useText();
  const { every } = parts;
  const months = every === "quarter" ? 3 : 12;
  return (
    <>
      {(every === "week" || every === "month-weekday") && (
        <Select
          label={t(say("onWeekday"))}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(say("weekday", { day })) }))}
          value={String(parts.weekday)}
          allowDeselect={false}
          onChange={(value) => onChange({ weekday: Number(value) })}
        />
      )}
      {every === "month-weekday" && (
        <Select
          label={t(say("nth"))}
          data={[1, 2, 3, 4, 5].map((nth) => ({ value: String(nth), label: t(say("nthWeek", { nth })) }))}
          value={String(parts.nth)}
          allowDeselect={false}
          onChange={(value) => onChange({ nth: Number(value) })}
        />
      )}
      {(every === "quarter" || every === "year") && (
        <Select
          label={t(say(every === "quarter" ? "monthOfQuarter" : "monthOfYear"))}
          data={Array.from({ length: months }, (_, index) => String(index + 1))}
          value={String(Math.min(parts.month, months))}
          allowDeselect={false}
          onChange={(value) => onChange({ month: Number(value) })}
        />
      )}
      {(every === "month" || every === "quarter" || every === "year") && (
        <NumberInput
          label={t(say("dayOfMonth"))}
          description={t(say("dayOfMonthHint"))}
          min={1}
          max={31}
          allowDecimal={false}
          value={parts.day}
          onChange={(value) => onChange({ day: Number(value) || 1 })}
        />
      )}
    </>
  );
}
