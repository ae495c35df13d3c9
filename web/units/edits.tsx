import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { RelationKind, UnitDetails, UnitKind } from "../../src/modules/units/contract.ts";
import { areaKinds, bodyKinds, isArea } from "../../src/modules/units/domain.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { useServerForm } from "../ui/form.ts";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";

/** A button that opens a form over the page; the form's place is given a way to close it. */
function InDialog({
  button,
  title,
  note,
  children,
}: {
  button: string;
  title?: string;
  note?: string;
  children: (close: () => void) => ReactNode;
}) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {button}
      </Button>
      <Modal opened={opened} onClose={close} title={title ?? button} closeButtonProps={{ "aria-label": t(say("close")) }}>
        {opened && (
          <Stack gap="sm">
            {note && <Text size="sm">{note}</Text>}
            {children(close)}
          </Stack>
        )}
      </Modal>
    </>
  );
}

type FormProps = { unit: UnitDetails; close: () => void };

/** Sends an edit; afterwards, or when somebody else was faster, everything about units is read again. */
function useSend(close: () => void) {
  const client = useQueryClient();
  const refresh = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: orpc.units.key() }), client.invalidateQueries({ queryKey: ["history"] })]);
  };
  return async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      if (asApiError(error).code === "conflict") await refresh();
      throw error;
    }
    await refresh();
    close();
  };
}

function Buttons({ close, busy, text }: { close: () => void; busy: boolean; text: string }) {
  const t = useText();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={close}>
        {t(say("cancel"))}
      </Button>
      <Button type="submit" loading={busy}>
        {text}
      </Button>
    </Group>
  );
}

const filled = (value: string | null, message: string): Record<string, string> =>
  value === null || value.trim() === "" ? { value: message } : {};

/** Messages for the fields that were left empty. */
function missing(values: Record<string, string | null>, message: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (filled(value, message)["value"] ? [[key, message]] : [])));
}

export function RenameButton({ unit }: { unit: UnitDetails }) {
  const t = useText();
  return (
    <InDialog button={t(say("rename"))} note={t(say("renameNote"))}>
      {(close) => <RenameForm unit={unit} close={close} />}
    </InDialog>
  );
}

function RenameForm({ unit, close }: FormProps) {
  const t = useText();
  const send = useSend(close);
  const form = useServerForm({
    initialValues: { name: unit.name, from: today() as string | null },
    validate: (values) => missing(values, t(say("needed"))),
  });
  const submit = form.submit(({ name, from }) =>
    send(() => api.units.rename({ id: unit.id, version: unit.version, name, from: from ?? today() })),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label={t(say("newName"))} required data-autofocus {...form.getInputProps("name")} />
        <DateInput label={t(say("fromDay"))} required {...form.getInputProps("from")} />
        {form.error && <ErrorNote error={form.error} />}
        <Buttons close={close} busy={form.busy} text={t(say("save"))} />
      </Stack>
    </form>
  );
}

export function CodeButton({ unit }: { unit: UnitDetails }) {
  const t = useText();
  return (
    <InDialog button={t(say("addCode"))} note={t(say("codeNote"))}>
      {(close) => <CodeForm unit={unit} close={close} />}
    </InDialog>
  );
}

function CodeForm({ unit, close }: FormProps) {
  const t = useText();
  const send = useSend(close);
  const form = useServerForm({
    initialValues: { system: unit.codes.at(-1)?.system ?? "gso", code: "", from: today() as string | null },
    validate: ({ system, from }) => missing({ system, from }, t(say("needed"))),
  });
  const submit = form.submit(({ system, code, from }) =>
    send(() =>
      api.units.setCode({ id: unit.id, version: unit.version, system, code: code.trim() === "" ? null : code, from: from ?? today() }),
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label={t(say("code"))} data-autofocus {...form.getInputProps("code")} />
        <TextInput label={t(say("system"))} description={t(say("systemHint"))} required {...form.getInputProps("system")} />
        <DateInput label={t(say("fromDay"))} required {...form.getInputProps("from")} />
        {form.error && <ErrorNote error={form.error} />}
        <Buttons close={close} busy={form.busy} text={t(say("save"))} />
      </Stack>
    </form>
  );
}

const relationKinds = ["line", "party", "member"] as const satisfies RelationKind[];

export function RelationButton({ unit }: { unit: UnitDetails }) {
  const t = useText();
  return (
    <InDialog button={t(say("addRelation"))} note={t(say("relationNote"))}>
      {(close) => <RelationForm unit={unit} close={close} />}
    </InDialog>
  );
}

function RelationForm({ unit, close }: FormProps) {
  const t = useText();
  const send = useSend(close);
  const form = useServerForm({
    initialValues: { kind: "line" as RelationKind, superiorId: [] as PickedUnit[], from: today() as string | null },
    validate: ({ superiorId, from }) => missing({ superiorId: superiorId[0]?.name ?? null, from }, t(say("needed"))),
  });
  const submit = form.submit(({ kind, superiorId: [superior], from }) =>
    send(() => api.units.setRelation({ id: unit.id, version: unit.version, kind, superiorId: superior?.id ?? 0, from: from ?? today() })),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={t(say("relation"))}
          data={relationKinds.map((kind) => ({ value: kind, label: t(say(`relation.${kind}`)) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
        />
        <UnitPicker
          label={t(say("superior"))}
          required
          value={form.values.superiorId}
          onChange={(units) => form.setFieldValue("superiorId", units)}
          error={form.errors["superiorId"]}
        />
        <DateInput label={t(say("fromDay"))} required {...form.getInputProps("from")} />
        {form.error && <ErrorNote error={form.error} />}
        <Buttons close={close} busy={form.busy} text={t(say("save"))} />
      </Stack>
    </form>
  );
}

export function EndButton({ unit }: { unit: UnitDetails }) {
  const t = useText();
  if (unit.until !== null && unit.until < today()) return null;
  return (
    <InDialog button={t(say("end"))} note={t(say("endNote"))}>
      {(close) => <EndForm unit={unit} close={close} />}
    </InDialog>
  );
}

function EndForm({ unit, close }: FormProps) {
  const t = useText();
  const send = useSend(close);
  const form = useServerForm({
    initialValues: { lastDay: null as string | null, reason: "" },
    validate: ({ lastDay }) => missing({ lastDay }, t(say("needed"))),
  });
  const submit = form.submit(({ lastDay, reason }) =>
    send(() =>
      api.units.end({ id: unit.id, version: unit.version, lastDay: lastDay ?? today(), ...(reason.trim() === "" ? {} : { reason }) }),
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DateInput label={t(say("lastDay"))} required data-autofocus {...form.getInputProps("lastDay")} />
        <Textarea label={t(say("reason"))} autosize minRows={2} {...form.getInputProps("reason")} />
        {form.error && <ErrorNote error={form.error} />}
        <Buttons close={close} busy={form.busy} text={t(say("end"))} />
      </Stack>
    </form>
  );
}

export function AddUnitButton({ unit }: { unit: UnitDetails }) {
  const t = useText();
  return (
    <InDialog button={t(say("addBelow"))} note={t(say("addBelowNote", { name: unit.name }))}>
      {(close) => <AddUnitForm unit={unit} close={close} />}
    </InDialog>
  );
}

/** Kinds that may lie under this one: lower areas under an area; bodies anywhere. */
function kindsUnder(kind: UnitKind): UnitKind[] {
  const lower = isArea(kind) ? areaKinds.slice(areaKinds.indexOf(kind) + 1) : [];
  return [...lower, ...bodyKinds];
}

function AddUnitForm({ unit, close }: FormProps) {
  const t = useText();
  const send = useSend(close);
  const navigate = useNavigate();
  const form = useServerForm({
    initialValues: { kind: null as UnitKind | null, name: "", from: today() as string | null, until: null as string | null },
    validate: ({ kind, name }) => missing({ kind, name }, t(say("needed"))),
  });
  const submit = form.submit(({ kind, name, from, until }) =>
    send(async () => {
      if (!kind) return;
      const made = await api.units.create({ kind, name, parentId: unit.id, from, until });
      await navigate({ to: "/units/$unitId", params: { unitId: String(made.id) }, search: {} });
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={t(say("kind"))}
          placeholder={t(say("pickKind"))}
          data={kindsUnder(unit.kind).map((kind) => ({ value: kind, label: t(kindNames[kind]) }))}
          required
          searchable
          {...form.getInputProps("kind")}
        />
        <TextInput label={t(say("name"))} required {...form.getInputProps("name")} />
        <DateInput label={t(say("fromDay"))} {...form.getInputProps("from")} />
        <DateInput label={t(say("untilDay"))} {...form.getInputProps("until")} />
        {form.error && <ErrorNote error={form.error} />}
        <Buttons close={close} busy={form.busy} text={t(say("add"))} />
      </Stack>
    </form>
  );
}
