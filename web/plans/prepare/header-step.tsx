import { Anchor, Button, Group, Stack, TextInput, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ConflictDialog, type Difference } from "../../ui/conflict-dialog.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../plans.module.css";
import { say } from "./messages.ts";

type Header = {
  title: string;
  number: string;
  issueDate: string | null;
  resolveOn: string | null;
  periodFrom: string | null;
  periodTo: string | null;
};
type Current = Header & { version: number };

const headerOf = ({ title, number, issueDate, resolveOn, periodFrom, periodTo }: Plan): Header => ({
  title,
  number: number ?? "",
  issueDate,
  resolveOn,
  periodFrom,
  periodTo,
});

/** Step 1: who issues it, when, for which period, and in the tree of which day. */
export function HeaderStep({ plan, onDone }: { plan: Plan; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [issuer, setIssuer] = useState<PickedUnit[]>([{ id: plan.issuer.id, name: plan.issuer.name }]);
  const draft = useDraft<Header>(`plan:${plan.id}:header:${plan.version}`, headerOf(plan));
  const form = useServerForm({ initialValues: { header: draft.value } });
  const { header } = form.values;
  const { value: kept, setValue: keep } = draft;
  // What was typed survives a reload and the end of the session.
  useEffect(() => {
    if (JSON.stringify(header) !== JSON.stringify(kept)) keep(header);
  }, [header, kept, keep]);
  const fixed = plan.edition > 1 || plan.parent !== null;

  const save = async (version: number) => {
    const chosen = issuer[0];
    await api.plans.edit({
      id: plan.id,
      version,
      ...(!fixed && chosen && chosen.id !== plan.issuer.id ? { issuerId: chosen.id } : {}),
      header: { ...header, number: header.number.trim() || null, resolveOn: header.resolveOn ?? header.issueDate ?? today() },
    });
    draft.clear(header);
    await client.invalidateQueries({ queryKey: orpc.plans.key() });
    onDone();
  };
  const compare = (current: Current): Difference[] => [
    { label: t(say("title")), mine: header.title, theirs: current.title },
    { label: t(say("number")), mine: header.number, theirs: current.number ?? "" },
    ...(["issueDate", "periodFrom", "periodTo", "resolveOn"] as const).map((field) => ({
      label: t(say(field)),
      mine: header[field] ? showDate(header[field]) : "",
      theirs: current[field] ? showDate(current[field]) : "",
    })),
  ];
  return (
    <form onSubmit={form.submit(() => save(plan.version))} className={styles["form"]}>
      <Stack>
        <DraftNote
          restored={draft.restored}
          onDiscard={() => {
            draft.clear(headerOf(plan));
            form.setFieldValue("header", headerOf(plan));
          }}
        />
        <Textarea label={t(say("title"))} required autosize minRows={2} {...form.getInputProps("header.title")} />
        {fixed ? (
          <TextInput label={t(say("issuer"))} description={t(say("issuerFixed"))} value={plan.issuer.name} readOnly />
        ) : (
          <UnitPicker
            label={t(say("issuer"))}
            description={plan.issuerPrinted ? t(say("issuerPrinted", { printed: plan.issuerPrinted })) : undefined}
            required
            value={issuer}
            onChange={setIssuer}
          />
        )}
        <div className={styles["pair"]}>
          <TextInput label={t(say("number"))} placeholder={t(say("numberHint"))} {...form.getInputProps("header.number")} />
          <DateInput label={t(say("issueDate"))} {...form.getInputProps("header.issueDate")} />
        </div>
        <div className={styles["pair"]}>
          <DateInput label={t(say("periodFrom"))} {...form.getInputProps("header.periodFrom")} />
          <DateInput label={t(say("periodTo"))} {...form.getInputProps("header.periodTo")} />
        </div>
        <div>
          <DateInput maw="20rem" label={t(say("resolveOn"))} {...form.getInputProps("header.resolveOn")} />
          <p className={styles["quietLine"]}>
            {t(say("resolveOnHint"))}{" "}
            {header.resolveOn !== today() && (
              <Anchor component="button" type="button" size="sm" onClick={() => form.setFieldValue("header.resolveOn", today())}>
                {t(say("useToday"))}
              </Anchor>
            )}
          </p>
        </div>
        <ErrorNote error={form.error?.code === "conflict" ? null : form.error} />
        <Group justify="space-between">
          <Button type="submit" loading={form.busy}>
            {t(say("saveNext"))}
          </Button>
          <ConfirmButton
            question={t(say("discardQuestion"))}
            consequence={t(say("discardText"))}
            confirm={t(say("discard"))}
            onConfirm={async () => {
              const { planLeft } = await api.plans.discard({ id: plan.id, version: plan.version });
              await navigate(planLeft ? { to: "/plans/$planId", params: { planId: plan.id } } : { to: "/plans" });
              await client.invalidateQueries({ queryKey: orpc.plans.key() });
            }}
          >
            {t(say("discard"))}
          </ConfirmButton>
        </Group>
      </Stack>
      <ConflictDialog<Current>
        error={form.error}
        compare={compare}
        onKeepMine={(current) => form.submit(() => save(current.version))()}
        onTakeTheirs={() => void client.invalidateQueries({ queryKey: orpc.plans.key() })}
        onCancel={() => void client.invalidateQueries({ queryKey: orpc.plans.key() })}
      />
    </form>
  );
}
