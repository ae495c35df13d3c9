import { Button, Checkbox, Group, NumberInput, Select, Stack, TagsInput, TextInput, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Text } from "../../../src/kernel/language.ts";
import type { ItemInput, PlanItem, Target } from "../../../src/modules/plans/contract.ts";
import { dueFromWords } from "../../../src/modules/plans/domain.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate } from "../../ui/dates.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import styles from "../plans.module.css";
import { kindText } from "../words.ts";
import { say } from "./messages.ts";

const comparators: [Target["comparator"], Text][] = [
  [">=", say("atLeast")],
  [">", say("moreThan")],
  ["=", say("exactly")],
  ["<=", say("atMost")],
  ["<", say("lessThan")],
  ["range", say("range")],
  ["achieve", say("achieve")],
];
const frequencies: [string, Text][] = [
  ["once", say("once")],
  ["yearly", say("yearly")],
  ["half-yearly", say("halfYearly")],
  ["quarterly", say("quarterly")],
  ["monthly", say("monthly")],
  ["weekly", say("weekly")],
  ["none", say("none")],
];

const emptyTarget: Target = { metric: "", comparator: ">=", value: null, valueMax: null, unit: "", frequency: "yearly", cumulative: false };

const inputOf = (item: PlanItem | null): ItemInput =>
  item
    ? {
        kind: item.kind,
        clause: item.clause,
        text: item.text,
        target: item.target,
        reporting: item.reporting,
        due: { text: item.due.text, lastDay: item.due.lastDay },
        leads: item.leads.map(({ printed }) => printed),
        partners: item.partners.map(({ printed }) => printed),
        opensPlan: item.opensPlan,
      }
    : {
        kind: "task",
        clause: "",
        text: "",
        target: null,
        reporting: null,
        due: { text: "", lastDay: null },
        leads: [],
        partners: [],
        opensPlan: false,
      };

/** One item as an editor writes it. Who and until when are typed in words, as a plan prints them, and read by the server. */
export function ItemForm({ planId, item, onDone }: { planId: string; item: PlanItem | null; onDone(saved: PlanItem): void }) {
  const t = useText();
  const client = useQueryClient();
  const initial = inputOf(item);
  const draft = useDraft<ItemInput>(`plan:${planId}:item:${item ? `${item.id}:${item.version}` : "new"}`, initial);
  const form = useServerForm<{ item: ItemInput }>({ initialValues: { item: draft.value } });
  const value = form.values.item;
  const set = (change: Partial<ItemInput>) => {
    const next = { ...value, ...change };
    form.setFieldValue("item", next);
    draft.setValue(next);
  };
  const setKind = (kind: PlanItem["kind"]) =>
    set({
      kind,
      target: kind === "target" ? (value.target ?? emptyTarget) : null,
      reporting: kind === "report" ? (value.reporting ?? { to: "", via: null, next: null }) : null,
    });
  const error = (field: string) => form.errors[`item.${field}`];
  const save = async () => {
    const saved = item
      ? await api.plans.editItem({ id: planId, itemId: item.id, version: item.version, item: value })
      : await api.plans.addItem({ id: planId, item: value });
    draft.clear(initial);
    await client.invalidateQueries({ queryKey: orpc.plans.key() });
    onDone(saved);
  };
  const whoLabel = value.kind === "target" ? say("scope") : value.kind === "report" ? say("who") : say("leads");
  return (
    <form onSubmit={form.submit(save)}>
      <Stack>
        <DraftNote
          restored={draft.restored}
          onDiscard={() => {
            draft.clear(initial);
            form.setFieldValue("item", initial);
          }}
        />
        <div className={styles["pair"]}>
          <Select
            label={t(say("kind"))}
            allowDeselect={false}
            disabled={item !== null}
            data={(["target", "task", "report"] as const).map((kind) => ({ value: kind, label: t(kindText[kind]) }))}
            value={value.kind}
            onChange={(kind) => kind && setKind(kind as PlanItem["kind"])}
          />
          <TextInput
            label={t(say("clause"))}
            value={value.clause}
            error={error("clause")}
            onChange={(event) => set({ clause: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t(say("text"))}
          required
          autosize
          minRows={3}
          value={value.text}
          error={error("text")}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        {value.target && <TargetFields target={value.target} error={error} onChange={(target) => set({ target })} />}
        {value.reporting && (
          <div className={styles["pair"]}>
            <TextInput
              label={t(say("to"))}
              required
              value={value.reporting.to}
              error={error("reporting.to")}
              onChange={(event) => set({ reporting: { ...(value.reporting ?? { via: null, next: null }), to: event.currentTarget.value } })}
            />
            <TextInput
              label={t(say("via"))}
              value={value.reporting.via ?? ""}
              onChange={(event) =>
                set({ reporting: { ...(value.reporting ?? { to: "", next: null }), via: event.currentTarget.value || null } })
              }
            />
          </div>
        )}
        <TagsInput
          label={t(whoLabel)}
          description={t(say("leadsHint"))}
          splitChars={["\n"]}
          acceptValueOnBlur
          value={value.leads}
          error={error("leads")}
          onChange={(leads) => set({ leads })}
        />
        {value.kind === "task" && (
          <TagsInput
            label={t(say("partners"))}
            splitChars={["\n"]}
            acceptValueOnBlur
            value={value.partners}
            error={error("partners")}
            onChange={(partners) => set({ partners })}
          />
        )}
        <DueFields due={value.due} onChange={(due) => set({ due })} />
        {value.kind !== "report" && (
          <Checkbox
            label={t(say("opensPlan"))}
            checked={value.opensPlan}
            onChange={(event) => set({ opensPlan: event.currentTarget.checked })}
          />
        )}
        <ErrorNote error={form.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {t(say("save"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TargetFields({
  target,
  error,
  onChange,
}: {
  target: Target;
  error(field: string): React.ReactNode;
  onChange(target: Target): void;
}) {
  const t = useText();
  const set = (change: Partial<Target>) => onChange({ ...target, ...change });
  const number = (value: string | number | bigint | undefined): string | null =>
    value === "" || value === undefined ? null : String(value);
  return (
    <>
      <TextInput
        label={t(say("metric"))}
        required
        value={target.metric}
        error={error("target.metric")}
        onChange={(event) => set({ metric: event.currentTarget.value })}
      />
      <div className={styles["pair"]}>
        <Select
          label={t(say("comparator"))}
          allowDeselect={false}
          data={comparators.map(([value, label]) => ({ value, label: t(label) }))}
          value={target.comparator}
          onChange={(comparator) =>
            comparator &&
            set({ comparator: comparator as Target["comparator"], ...(comparator === "achieve" ? { value: null, valueMax: null } : {}) })
          }
        />
        <TextInput label={t(say("unit"))} value={target.unit} onChange={(event) => set({ unit: event.currentTarget.value })} />
      </div>
      {target.comparator !== "achieve" && (
        <div className={styles["pair"]}>
          <NumberInput
            label={t(say("value"))}
            decimalScale={4}
            allowNegative={false}
            value={target.value ?? ""}
            error={error("target.value")}
            onChange={(value) => set({ value: number(value) })}
          />
          {target.comparator === "range" && (
            <NumberInput
              label={t(say("valueMax"))}
              decimalScale={4}
              allowNegative={false}
              value={target.valueMax ?? ""}
              onChange={(value) => set({ valueMax: number(value) })}
            />
          )}
        </div>
      )}
      <div className={styles["pair"]}>
        <Select
          label={t(say("frequency"))}
          allowDeselect={false}
          data={frequencies.map(([value, label]) => ({ value, label: t(label) }))}
          value={frequencies.some(([value]) => value === target.frequency) ? target.frequency : "none"}
          onChange={(frequency) => frequency && set({ frequency })}
        />
        <Checkbox
          mt="1.9rem"
          label={t(say("cumulative"))}
          checked={target.cumulative}
          onChange={(event) => set({ cumulative: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

/** The deadline in words, with what the system reads in them said at once. */
function DueFields({ due, onChange }: { due: ItemInput["due"]; onChange(due: ItemInput["due"]): void }) {
  const t = useText();
  const read = dueFromWords(due.text, null);
  const told =
    read.recurrence && read.recurrence.every.length > 0
      ? say("dueRecurring")
      : read.lastDay
        ? say("dueRead", { date: showDate(read.lastDay) })
        : due.text.trim() === ""
          ? null
          : say("dueUnread");
  return (
    <div className={styles["pair"]}>
      <TextInput
        label={t(say("dueText"))}
        inputWrapperOrder={["label", "input", "description", "error"]}
        description={told ? t(told) : t(say("dueTextHint"))}
        value={due.text}
        // The words are read anew; a last day that was given for other words would contradict them.
        onChange={(event) => onChange({ text: event.currentTarget.value, lastDay: null })}
      />
      <DateInput label={t(say("dueLastDay"))} value={due.lastDay} onChange={(lastDay) => onChange({ ...due, lastDay })} />
    </div>
  );
}
