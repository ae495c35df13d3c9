import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { AwardForm } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";

type FormRow = AwardForm & { own: boolean };

/** Forms of award as the body has them; whoever decides on awards corrects one for the own body. */
export function AwardFormsPage() {
  const t = useText();
  const [editing, setEditing] = useState<FormRow | null>(null);
  const list = useQuery(orpc.awards.forms.list.queryOptions());
  const columns: Column<FormRow>[] = [
    {
      key: "name",
      header: t(say("formName")),
      onPhone: "title",
      cell: ({ name, own }) => (
        <>
          <strong>{name}</strong>
          {own && <div className={styles["quiet"]}>{t(say("formOwn"))}</div>}
        </>
      ),
    },
    {
      key: "for",
      header: t(say("formFor")),
      width: "11rem",
      cell: ({ subjects }) => subjects.map((subject) => t(say(`subject.${subject}`))).join(", "),
    },
    { key: "basis", header: t(say("formBasis")), width: "20rem", cell: ({ basis }) => basis },
    {
      key: "state",
      header: t(say("formState")),
      width: "10rem",
      cell: ({ retired }) => <StateBadge tone={retired ? "neutral" : "good"}>{t(say(retired ? "formRetired" : "formUsed"))}</StateBadge>,
    },
    ...(list.data?.mayEdit
      ? [
          {
            key: "act",
            header: t(say("columnAct")),
            width: "6rem",
            cell: (form: FormRow) => (
              <Button
                size="xs"
                variant="default"
                aria-label={t(say("formEditNamed", { name: form.name }))}
                onClick={() => setEditing(form)}
              >
                {t(say("edit"))}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader title={t(say("formList"))} note={t(say("formListNote"))} back={{ to: "/awards", text: t(say("toList")) }} />
      {editing && <EditForm key={editing.code} form={editing} onDone={() => setEditing(null)} />}
      {list.isPending && <Busy rows={6} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <DataTable
          label={t(say("formList"))}
          rows={list.data.items}
          columns={columns}
          rowKey={({ code }) => code}
          tone={({ retired }) => (retired ? "quiet" : undefined)}
        />
      )}
    </>
  );
}

function EditForm({ form, onDone }: { form: FormRow; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [name, setName] = useState(form.name);
  const [basis, setBasis] = useState(form.basis);
  const [retired, setRetired] = useState(form.retired);
  const save = useMutation({
    mutationFn: () => {
      const { code, subjects, granters } = form;
      return api.awards.forms.save({ code, subjects, granters, name: name.trim(), basis: basis.trim(), retired });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: orpc.awards.key() });
      showDone(t(say("formSaved")));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles["aside"]} onSubmit={submit}>
      <h2>{t(say("formEditNamed", { name: form.name }))}</h2>
      <TextInput
        label={t(say("formName"))}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t(say("formBasis"))}
        autosize
        minRows={2}
        maxLength={500}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      <Checkbox label={t(say("formRetire"))} checked={retired} onChange={(event) => setRetired(event.currentTarget.checked)} />
      <ErrorNote error={save.error} />
      <div className={styles["buttons"]}>
        <ActButton type="submit" loading={save.isPending} missing={[name.trim() === "" && t(say("formName"))]}>
          {t(say("formSave"))}
        </ActButton>
        <Button variant="default" onClick={onDone}>
          {t(say("back"))}
        </Button>
      </div>
    </form>
  );
}
