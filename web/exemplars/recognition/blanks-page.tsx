import { Button, Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Blank, BlankField, BlankKey } from "../../../src/modules/exemplars/recognition/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

const keys: readonly BlankKey[] = ["recipient", "address", "reason", "number", "day", "placeAndDay", "post", "signer", "book"];

/** Blanks of awards: where each field is printed. */
export function BlanksPage() {
  const t = useText();
  const client = useQueryClient();
  const [editing, setEditing] = useState<Blank | "new" | null>(null);
  const query = useQuery(orpc.exemplars.recognition.blanks.list.queryOptions({ input: {} }));
  const mayEdit = query.data?.mayEdit ?? false;
  return (
    <>
      <PageHeader
        title={t(say("blanks"))}
        note={t(say("blanksNote"))}
        back={{ to: "/exemplars/decisions", text: t(say("toList")) }}
        actions={mayEdit && editing === null && <Button onClick={() => setEditing("new")}>{t(say("newBlank"))}</Button>}
      />
      {editing !== null && (
        <BlankForm
          key={editing === "new" ? "new" : editing.id}
          blank={editing === "new" ? null : editing}
          onCancel={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            void client.invalidateQueries({ queryKey: orpc.exemplars.recognition.blanks.key() });
            showDone(t(say("saved")));
          }}
        />
      )}
      {query.isPending && <Busy rows={3} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && editing === null && <EmptyState title={t(say("noBlank"))}>{t(say("noBlankText"))}</EmptyState>}
      {query.data && query.data.items.length > 0 && (
        <>
          <p className={own["quiet"]}>{t(say("blankTestHint"))}</p>
          <ul className={own["lines"]}>
            {query.data.items.map((blank) => (
              <li key={blank.id}>
                <div>
                  <span className={own["name"]}>{blank.name}</span>
                  <div className={own["facts"]}>
                    <span>{`${blank.width} × ${blank.height} mm`}</span>
                    <span>{t(say("fieldsCount", { count: blank.fields.length }))}</span>
                    <span>{blank.unit.name}</span>
                  </div>
                </div>
                <div className={own["buttons"]}>
                  <a className={styles["sideLink"]} href={`/files/print-blanks/${blank.id}/test`}>
                    {t(say("blankTest"))}
                  </a>
                  {mayEdit && (
                    <Button variant="default" onClick={() => setEditing(blank)}>
                      {t(say("change"))}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const usual = (key: BlankKey): BlankField => ({
  key,
  x: 40,
  y: 90,
  width: 200,
  size: 16,
  align: "center",
  bold: false,
  italic: false,
  upper: false,
});

function BlankForm({ blank, onDone, onCancel }: { blank: Blank | null; onDone(): void; onCancel(): void }) {
  const t = useText();
  const [name, setName] = useState(blank?.name ?? "");
  const [width, setWidth] = useState(blank?.width ?? 297);
  const [height, setHeight] = useState(blank?.height ?? 210);
  const [fields, setFields] = useState<BlankField[]>(blank?.fields ?? [usual("recipient"), usual("reason")]);
  const save = useMutation({
    mutationFn: () => {
      const input = { name, width, height, fields };
      return blank === null
        ? api.exemplars.recognition.blanks.create(input)
        : api.exemplars.recognition.blanks.edit({ ...input, id: blank.id, version: blank.version });
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const free = keys.filter((key) => !fields.some((field) => field.key === key));
  const [next] = free;
  return (
    <Section title={t(say(blank === null ? "newBlank" : "change"))}>
      <form className={own["form"]} onSubmit={submit}>
        <TextInput
          label={t(say("blankName"))}
          description={t(say("blankNameHint"))}
          required
          maxLength={120}
          value={name}
          error={save.error ? asApiError(save.error).fields["name"] : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={own["pair"]}>
          <Millimetres label={t(say("blankWidth"))} value={width} onChange={setWidth} />
          <Millimetres label={t(say("blankHeight"))} value={height} onChange={setHeight} />
        </div>
        <div>
          {fields.map((field, at) => (
            <FieldRow
              key={field.key}
              field={field}
              free={free}
              onChange={(changed) => setFields(fields.with(at, changed))}
              onRemove={() => setFields(fields.toSpliced(at, 1))}
            />
          ))}
        </div>
        {next && (
          <div>
            <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={() => setFields([...fields, usual(next)])}>
              {t(say("addField"))}
            </Button>
          </div>
        )}
        <ErrorNote error={save.error} />
        <div className={own["buttons"]}>
          <ActButton
            type="submit"
            loading={save.isPending}
            missing={[name.trim() === "" && t(say("blankName")), fields.length === 0 && t(say("addField"))]}
          >
            {t(say("save"))}
          </ActButton>
          <Button variant="default" onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}

const Millimetres = ({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) => (
  <NumberInput
    label={label}
    required
    min={0}
    max={1000}
    decimalScale={1}
    decimalSeparator=","
    hideControls
    value={value}
    onChange={(typed) => onChange(Number(typed) || 0)}
  />
);

type RowProps = { field: BlankField; free: readonly BlankKey[]; onChange(field: BlankField): void; onRemove(): void };

function FieldRow({ field, free, onChange, onRemove }: RowProps) {
  const t = useText();
  const name = (key: BlankKey) => t(say(`key.${key}`));
  const set = (change: Partial<BlankField>) => onChange({ ...field, ...change });
  return (
    <fieldset className={own["fieldRow"]}>
      <Select
        label={t(say("fieldKey"))}
        allowDeselect={false}
        data={[field.key, ...free].map((value) => ({ value, label: name(value) }))}
        value={field.key}
        onChange={(key) => {
          const known = keys.find((each) => each === key);
          if (known) set({ key: known });
        }}
      />
      <Millimetres label={t(say("fieldX"))} value={field.x} onChange={(x) => set({ x })} />
      <Millimetres label={t(say("fieldY"))} value={field.y} onChange={(y) => set({ y })} />
      <Millimetres label={t(say("fieldWidth"))} value={field.width} onChange={(width) => set({ width })} />
      <Millimetres label={t(say("fieldSize"))} value={field.size} onChange={(size) => set({ size })} />
      <Checkbox
        label={t(say("fieldCentre"))}
        checked={field.align === "center"}
        onChange={(event) => set({ align: event.currentTarget.checked ? "center" : "left" })}
      />
      <Checkbox label={t(say("fieldBold"))} checked={field.bold} onChange={(event) => set({ bold: event.currentTarget.checked })} />
      <Checkbox label={t(say("fieldItalic"))} checked={field.italic} onChange={(event) => set({ italic: event.currentTarget.checked })} />
      <Button variant="default" size="compact-md" aria-label={t(say("removeField", { name: name(field.key) }))} onClick={onRemove}>
        {t(say("remove"))}
      </Button>
    </fieldset>
  );
}
