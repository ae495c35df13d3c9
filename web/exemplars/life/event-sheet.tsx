import { Button, NumberInput, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import type { Life } from "../../../src/modules/exemplars/life/contract.ts";
import { takesFindings, type EvidenceKind } from "../../../src/modules/exemplars/life/domain.ts";
import { eventHints, eventNames } from "../../../src/modules/exemplars/life/messages.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Choices } from "../choices.tsx";
import { showFirst } from "../show-first.ts";
import { anyFields } from "./event-fields.ts";
import { FindingsInput, type WrittenFinding } from "./findings-input.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { PapersInput, type PickedPaper } from "./papers-input.tsx";
import { Sheet } from "./sheet.tsx";

type Props = {
  life: Pick<Life, "id" | "kinds" | "mayFind">;
  /** What a missing gate asks for; null: the person chooses. */
  kind: EvidenceKind | null;
  onClose(): void;
  onDone(life: Life): void;
};

/** Evidence in a minute: what, when, a few sentences; what else the kind asks for below. */
export function EventSheet({ life, kind: wanted, onClose, onDone }: Props) {
  const t = useText();
  const [kind, setKind] = useState<EvidenceKind | null>(wanted);
  return (
    <Sheet title={kind === null ? t(say("addTitle")) : t(eventNames[kind])} onClose={onClose}>
      {wanted === null && (
        <Choices<EvidenceKind>
          label={t(say("which"))}
          choices={life.kinds.map((value) => ({ value, name: eventNames[value], note: eventHints[value] }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {kind !== null && <EventForm key={kind} id={life.id} mayFind={life.mayFind} kind={kind} onClose={onClose} onDone={onDone} />}
    </Sheet>
  );
}

type Written = {
  onDate: string | null;
  text: string;
  details: Record<string, string | number>;
  findings: WrittenFinding[];
  papers: PickedPaper[];
};

const nothing = (): Written => ({ onDate: today(), text: "", details: {}, findings: [], papers: [] });

const detailsSaid = (details: Written["details"]) =>
  Object.fromEntries(Object.entries(details).flatMap(([key, value]) => (value === "" ? [] : [[key, value]])));

type FormProps = { id: string; kind: EvidenceKind; mayFind: boolean; onClose(): void; onDone(life: Life): void };

function EventForm({ id, kind, mayFind, onClose, onDone }: FormProps) {
  const t = useText();
  const { value: written, setValue, restored, clear } = useDraft<Written>(`exemplar:${id}:${kind}`, nothing());
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation({
    mutationFn: () =>
      api.exemplars.life.addEvent({
        id,
        kind,
        onDate: written.onDate ?? "",
        text: written.text.trim(),
        details: detailsSaid(written.details),
        documents: written.papers.map((paper) => paper.id),
        findings: written.findings
          .filter(({ text }) => text.trim() !== "")
          .map(({ text, recommendation, mendDays }) => ({ text: text.trim(), recommendation: recommendation.trim(), mendDays })),
      }),
    onSuccess: (life) => {
      clear(nothing());
      onDone(life);
    },
    onError: () => showFirst(form.current),
  });
  const put = (part: Partial<Written>) => setValue((before) => ({ ...before, ...part }));
  const detail = (key: string, value: string | number) => put({ details: { ...written.details, [key]: value } });
  const errors = save.error ? asApiError(save.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form ref={form} className={styles["form"]} onSubmit={submit}>
      <DraftNote restored={restored} onDiscard={() => clear(nothing())} />
      <DateInput
        label={t(say("day"))}
        size="md"
        required
        value={written.onDate}
        error={errors["onDate"]}
        onChange={(onDate) => put({ onDate })}
      />
      <Textarea
        label={t(say("what"))}
        description={t(say("whatHint"))}
        size="md"
        autosize
        minRows={3}
        maxLength={4000}
        value={written.text}
        error={errors["text"]}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      {anyFields(kind).map(({ key, label, type }) => {
        const value = written.details[key] ?? "";
        const common = { label: t(say(label as "asked")), size: "md" as const, error: errors[`details.${key}`] };
        switch (type) {
          case "lines":
            return (
              <Textarea
                key={key}
                {...common}
                autosize
                minRows={2}
                maxLength={4000}
                value={String(value)}
                onChange={(event) => detail(key, event.currentTarget.value)}
              />
            );
          case "line":
            return (
              <TextInput
                key={key}
                {...common}
                maxLength={300}
                value={String(value)}
                onChange={(event) => detail(key, event.currentTarget.value)}
              />
            );
          case "count":
            return (
              <NumberInput
                key={key}
                {...common}
                min={0}
                allowDecimal={false}
                thousandSeparator="."
                decimalSeparator=","
                hideControls
                value={value}
                onChange={(next) => detail(key, next)}
              />
            );
          case "scope":
            return (
              <Radio.Group key={key} label={common.label} value={String(value)} onChange={(next) => detail(key, next)}>
                <div className={styles["inline"]}>
                  {(["interim", "final"] as const).map((scope) => (
                    <Radio key={scope} value={scope} label={t(say(`scope.${scope}`))} />
                  ))}
                </div>
              </Radio.Group>
            );
        }
      })}
      {mayFind && takesFindings(kind) && <FindingsInput findings={written.findings} onChange={(findings) => put({ findings })} />}
      <PapersInput papers={written.papers} error={errors["documents"]} onChange={(papers) => put({ papers })} />
      <ErrorNote error={save.error} />
      <div className={styles["bar"]}>
        <Button type="submit" size="md" loading={save.isPending}>
          {t(say("save"))}
        </Button>
        <Button size="md" variant="default" disabled={save.isPending} onClick={onClose}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
