import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Addressees } from "../../src/modules/units/contract.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { useServerForm } from "../ui/form.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";
import styles from "./units.module.css";

type Question = { expression: string; issuer: number; asOf: string };

const examples = [
  "mỗi xã, phường",
  "MTTQ các huyện, thành phố",
  "các sở, ban, ngành",
  "MTTQ và các đoàn thể chính trị - xã hội cấp xã",
  "Ban Dân vận Tỉnh ủy",
];

/** "Ai được giao?": an expression as documents have it, and who is meant by it, who is not, and why. */
export function AddresseesPage() {
  const t = useText();
  const post = usePost();
  const { issuer } = useSearch({ from: "/staff/units/addressees" });
  const asked = useQuery({
    ...orpc.units.get.queryOptions({ input: { id: issuer ?? 0 } }),
    enabled: issuer !== undefined && issuer !== post?.unit.id,
  });
  return (
    <>
      <PageHeader title={t(say("whoTitle"))} note={t(say("whoNote"))} back={{ to: "/units", text: t(say("back")) }} />
      {asked.isLoading ? <Busy rows={6} /> : <Questions issuer={asked.data ?? post?.unit} />}
    </>
  );
}

function Questions({ issuer: preset }: { issuer?: PickedUnit }) {
  const t = useText();
  const search = useSearch({ from: "/staff/units/addressees" });
  const navigate = useNavigate({ from: "/units/addressees" });
  const needed = t(say("needed"));
  const form = useServerForm({
    initialValues: {
      expression: search.expression ?? "",
      issuer: (preset ? [preset] : []) as PickedUnit[],
      asOf: (search.asOf ?? today()) as string | null,
    },
    validate: ({ expression, issuer, asOf }) => ({
      ...(expression.trim() === "" ? { expression: needed } : {}),
      ...(issuer.length === 0 ? { issuer: needed } : {}),
      ...(asOf === null ? { asOf: needed } : {}),
    }),
  });
  const ask = async ({ expression, issuer: [issuer], asOf }: typeof form.values) => {
    if (issuer && asOf) await navigate({ search: { expression: expression.trim(), issuer: issuer.id, asOf }, replace: true });
  };
  const { expression, issuer, asOf } = search;

  return (
    <>
      <form className={styles["ask"]} onSubmit={form.submit(ask)} noValidate>
        <TextInput label={t(say("expression"))} required {...form.getInputProps("expression")} />
        <UnitPicker
          label={t(say("issuer"))}
          required
          value={form.values.issuer}
          onChange={(units) => form.setFieldValue("issuer", units)}
          error={form.errors["issuer"]}
        />
        <DateInput label={t(say("day"))} required {...form.getInputProps("asOf")} />
        <Button type="submit">{t(say("ask"))}</Button>
      </form>
      {expression && issuer && asOf ? (
        <Answer question={{ expression, issuer, asOf }} />
      ) : (
        <EmptyState title={t(say("examples"))}>
          <div className={styles["examples"]}>
            {examples.map((example) => (
              <Button
                key={example}
                variant="default"
                size="xs"
                onClick={() => {
                  form.setFieldValue("expression", example);
                  void ask({ ...form.values, expression: example });
                }}
              >
                {example}
              </Button>
            ))}
          </div>
        </EmptyState>
      )}
    </>
  );
}

function Answer({ question }: { question: Question }) {
  const t = useText();
  const answer = useQuery(orpc.units.addressees.queryOptions({ input: question }));
  if (answer.isPending) return <Busy rows={6} />;
  if (answer.error) return <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />;
  const { units, left } = answer.data;
  const { asOf } = question;
  return (
    <>
      <Understood answer={answer.data} />
      {units.length > 0 && (
        <Section title={t(say("meant", { count: units.length }))}>
          <Meant units={units} asOf={asOf} />
        </Section>
      )}
      {left.length > 0 && <NotMeant left={left} asOf={asOf} />}
    </>
  );
}

function Understood({ answer: { understood, unclear, units } }: { answer: Addressees }) {
  const t = useText();
  return (
    <div className={styles["understood"]} data-none={units.length === 0 || unclear.length > 0 || undefined} role="status">
      <p>
        {understood ? (
          <>
            {t(say("understoodAs"))}: <strong>{t(understood)}</strong>
            {units.length === 0 && ` – ${t(say("meantNone"))}`}
          </>
        ) : (
          <strong>{t(say("notUnderstood"))}</strong>
        )}
      </p>
      {unclear.length > 0 && (
        <ul>
          {unclear.map(({ piece, why }) => (
            <li key={piece}>
              “{piece}”: {t(why)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Row = Addressees["units"][number];

function UnitLink({ unit: { id, name }, asOf }: { unit: Row; asOf: string }) {
  return (
    <Link to="/units/$unitId" params={{ unitId: String(id) }} search={{ asOf }}>
      {name}
    </Link>
  );
}

function useMeantColumns(asOf: string): Column<Row>[] {
  const t = useText();
  return [
    {
      key: "name",
      header: t(say("unit")),
      cell: (unit) => <UnitLink unit={unit} asOf={asOf} />,
      sort: ({ name }) => name,
      onPhone: "title",
    },
    { key: "area", header: t(say("liesIn")), cell: ({ areaName }) => areaName ?? null, sort: ({ areaName }) => areaName ?? null },
    { key: "kind", header: t(say("kind")), cell: ({ kind }) => t(kindNames[kind]), sort: ({ kind }) => t(kindNames[kind]), width: "14rem" },
  ];
}

function Meant({ units, asOf }: { units: Row[]; asOf: string }) {
  const t = useText();
  const columns = useMeantColumns(asOf);
  return <DataTable label={t(say("meant", { count: units.length }))} rows={units} rowKey={({ id }) => id} columns={columns} />;
}

function useNotMeantColumns(asOf: string): Column<Addressees["left"][number]>[] {
  const t = useText();
  return [
    { key: "name", header: t(say("unit")), cell: ({ unit }) => <UnitLink unit={unit} asOf={asOf} />, onPhone: "title" },
    { key: "why", header: t(say("why")), cell: ({ why }) => t(why) },
  ];
}

function NotMeant({ left, asOf }: { left: Addressees["left"]; asOf: string }) {
  const t = useText();
  const columns = useNotMeantColumns(asOf);
  const title = t(say("notMeant", { count: left.length }));
  return (
    <Section title={title}>
      <DataTable label={title} rows={left} rowKey={({ unit }) => unit.id} columns={columns} />
    </Section>
  );
}
