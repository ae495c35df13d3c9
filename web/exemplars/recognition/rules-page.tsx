import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Rule, RuleIn } from "../../../src/modules/exemplars/recognition/contract.ts";
import { levelNames } from "../../../src/modules/exemplars/recognition/messages.ts";
import { kindNames } from "../../../src/modules/exemplars/messages.ts";
import { kindNames as unitKindNames } from "../../../src/modules/units/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

type Level = Rule["level"];
const levels = Object.keys(levelNames) as Level[];
const kinds = Object.keys(kindNames) as (keyof typeof kindNames)[];
const bodies = [
  "front",
  "party-committee",
  "peoples-committee",
  "steering-committee",
  "board",
  "office",
  "trade-union",
  "youth-union",
  "womens-union",
  "farmers-union",
  "veterans",
  "other-body",
] as const;

/** Who may recognise what, by level and day. */
export function RulesPage() {
  const t = useText();
  const client = useQueryClient();
  const [editing, setEditing] = useState<Rule | "new" | null>(null);
  const query = useQuery(orpc.exemplars.recognition.rules.list.queryOptions({ input: {} }));
  const mayEdit = query.data?.mayEdit ?? false;
  const day = (date: string | null) => (date === null ? null : showDate(date));
  const columns: Column<Rule>[] = [
    { key: "level", header: t(say("ruleLevel")), width: "9rem", onPhone: "title", cell: ({ level }) => t(levelNames[level]) },
    { key: "bodies", header: t(say("ruleBodies")), cell: ({ bodyKinds }) => bodyKinds.map((kind) => t(unitKindNames[kind])).join("; ") },
    {
      key: "kinds",
      header: t(say("ruleKinds")),
      cell: ({ exemplarKinds }) =>
        exemplarKinds.length === kinds.length ? t(say("allKinds")) : exemplarKinds.map((kind) => t(kindNames[kind])).join("; "),
    },
    {
      key: "asks",
      header: t(say("ruleAsks")),
      cell: ({ leastStep, needsLower, needsAppraisal }) =>
        [t(say("ruleStepAt", { step: leastStep })), needsLower ? t(say("ruleLower")) : "", needsAppraisal ? t(say("ruleAppraisal")) : ""]
          .filter(Boolean)
          .join("; "),
    },
    {
      key: "days",
      header: t(say("ruleHolds")),
      width: "9rem",
      cell: ({ from, until }) => t(say("ruleDays", { from: day(from), until: day(until) })),
    },
    {
      key: "by",
      header: t(say("ruleBy")),
      width: "11rem",
      cell: ({ unit, basis }) => [unit?.name ?? t(say("ruleCommon")), basis].filter(Boolean).join("; "),
    },
    {
      key: "change",
      header: "",
      width: "6rem",
      cell: (rule) =>
        rule.unit && mayEdit && rule.unit.id === query.data?.body.id ? (
          <Button variant="default" size="compact-md" onClick={() => setEditing(rule)}>
            {t(say("change"))}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("rules"))}
        note={t(say("rulesNote"))}
        back={{ to: "/exemplars/decisions", text: t(say("toList")) }}
        actions={mayEdit && editing === null && <Button onClick={() => setEditing("new")}>{t(say("newRule"))}</Button>}
      />
      {editing !== null && (
        <RuleForm
          key={editing === "new" ? "new" : editing.id}
          rule={editing === "new" ? null : editing}
          onCancel={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            void client.invalidateQueries({ queryKey: orpc.exemplars.recognition.key() });
            showDone(t(say("saved")));
          }}
        />
      )}
      {query.isPending && <Busy rows={4} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t(say("rules"))}
          rows={query.data.items}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(say("noFound"))} />}
        />
      )}
    </>
  );
}

function RuleForm({ rule, onDone, onCancel }: { rule: Rule | null; onDone(): void; onCancel(): void }) {
  const t = useText();
  const form = useServerForm({
    initialValues: {
      level: (rule?.level ?? "commune") as string,
      bodyKinds: [...(rule?.bodyKinds ?? ["front"])] as string[],
      exemplarKinds: [...(rule?.exemplarKinds ?? kinds)] as string[],
      leastStep: String(rule?.leastStep ?? 3),
      needsLower: rule?.needsLower ?? false,
      needsAppraisal: rule?.needsAppraisal ?? false,
      from: rule?.from ?? null,
      until: rule?.until ?? null,
      basis: rule?.basis ?? "",
    },
  });
  const send = form.submit(async (values) => {
    const input = { ...values, leastStep: Number(values.leastStep) } as RuleIn;
    await (rule === null
      ? api.exemplars.recognition.rules.create(input)
      : api.exemplars.recognition.rules.edit({ ...input, id: rule.id, version: rule.version }));
    onDone();
  });
  return (
    <Section title={t(say(rule === null ? "newRule" : "change"))}>
      <form className={own["form"]} onSubmit={send}>
        <div className={own["pair"]}>
          <Select
            label={t(say("ruleLevel"))}
            allowDeselect={false}
            data={levels.map((value) => ({ value, label: t(levelNames[value]) }))}
            {...form.getInputProps("level")}
          />
          <Select
            label={t(say("ruleStep"))}
            allowDeselect={false}
            data={["1", "2", "3", "4"].map((step) => ({ value: step, label: t(say("atStep", { step: Number(step) })) }))}
            {...form.getInputProps("leastStep")}
          />
        </div>
        <MultiSelect
          label={t(say("ruleBodies"))}
          required
          data={bodies.map((value) => ({ value, label: t(unitKindNames[value]) }))}
          {...form.getInputProps("bodyKinds")}
        />
        <MultiSelect
          label={t(say("ruleKinds"))}
          required
          data={kinds.map((value) => ({ value, label: t(kindNames[value]) }))}
          {...form.getInputProps("exemplarKinds")}
        />
        <Checkbox label={t(say("ruleLower"))} {...form.getInputProps("needsLower", { type: "checkbox" })} />
        <Checkbox label={t(say("ruleAppraisal"))} {...form.getInputProps("needsAppraisal", { type: "checkbox" })} />
        <div className={own["pair"]}>
          <DateInput label={t(say("ruleFrom"))} {...form.getInputProps("from")} />
          <DateInput label={t(say("ruleUntil"))} {...form.getInputProps("until")} />
        </div>
        <TextInput label={t(say("ruleBasis"))} maxLength={500} {...form.getInputProps("basis")} />
        <ErrorNote error={form.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" loading={form.busy}>
            {t(say("save"))}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}
