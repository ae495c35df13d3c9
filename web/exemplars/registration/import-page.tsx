import { Button, Radio, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { ImportField, ImportPreview } from "../../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../exemplars.module.css";
import { say as sayAll } from "../messages.ts";
import { contentOrder } from "../words.ts";
import { unitId } from "../written.ts";
import { countsOf, decisionsGiven, type Decisions, type Rest } from "./decisions.ts";
import { ImportLists } from "./import-lists.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { SimilarRows } from "./similar-rows.tsx";
import { say } from "./messages.ts";

type Units = Record<string, PickedUnit>;
type Choice = { file: File; sheet?: string; columns?: Record<string, ImportField | "">; units: Units; lead: PickedUnit[]; round: string };

const NONE = "none";
const own = ["name", "lead", "kind", "place", "startedOn", "money", "labour", "turns", "theme"] as const;

const inputOf = ({ file, sheet, columns, units, lead, round }: Choice) => ({
  file,
  ...(sheet ? { sheet } : {}),
  ...(columns ? { columns } : {}),
  ...(Object.keys(units).length > 0 ? { units: Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, unitId(unit)])) } : {}),
  ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
  ...(round === NONE ? {} : { roundId: round }),
});

/** An old list becomes models: read, corrected by a person, taken in as one whole. */
export function ImportPage() {
  const t = useText();
  const unit = usePost()?.unit;
  const client = useQueryClient();
  const [choice, setChoice] = useState<Omit<Choice, "file"> & { file: File | null }>({
    file: null,
    units: {},
    lead: unit ? [{ id: unit.id, name: unit.name }] : [],
    round: NONE,
  });
  const rounds = useQuery(orpc.exemplars.rounds.list.queryOptions({ input: { page: 1 } }));
  const preview = useMutation({ mutationFn: (asked: Choice) => api.exemplars.registration.imports.preview(inputOf(asked)) });
  const [rest, setRest] = useState<Rest>("proposed");
  const [decisions, setDecisions] = useState<Decisions>({});
  const [as, setAs] = useState<"registered" | "draft">("registered");
  const run = useMutation({
    mutationFn: (asked: Choice) =>
      api.exemplars.registration.imports.run({ ...inputOf(asked), as, similar: rest, decisions: decisionsGiven(decisions) }),
    onSuccess: () => client.invalidateQueries({ queryKey: orpc.exemplars.key() }),
  });
  const change = (part: Partial<Choice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    // Another reading of the file has other rows.
    setDecisions({});
    run.reset();
    if (next.file) preview.mutate(next as Choice);
  };
  const { data } = preview;
  const count = data ? countsOf(data, { rest, decisions }) : { models: 0, kept: 0 };
  return (
    <>
      <PageHeader title={t(say("importTitle"))} note={t(say("importNote"))} back={{ to: "/exemplars", text: t(sayAll("toList")) }} />
      {run.data ? (
        <div className={styles["saved"]} role="status">
          <h2>{t(say("done", { made: run.data.made }))}</h2>
          <p>{t(say("doneText", { left: run.data.left, kept: run.data.kept }))}</p>
          <div className={styles["buttons"]}>
            <Button
              variant="default"
              onClick={() => {
                run.reset();
                preview.reset();
                setChoice({ ...choice, file: null, units: {} });
              }}
            >
              {t(say("another"))}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles["roundForm"]}>
          <div className={styles["pair"]}>
            <UnitPicker label={t(say("importUnit"))} value={choice.lead} onChange={(lead) => change({ lead })} />
            <Select
              label={t(say("importRound"))}
              allowDeselect={false}
              data={[
                { value: NONE, label: t(say("linkNoRound")) },
                ...(rounds.data?.items ?? [])
                  .filter(({ state }) => state === "open" || state === "closed")
                  .map(({ id, title }) => ({ value: id, label: title })),
              ]}
              value={choice.round}
              onChange={(round) => change({ round: round ?? NONE })}
            />
          </div>
          <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} />
          <FileDrop
            kinds={[".xlsx", ".csv"]}
            limit={10 * 1024 * 1024}
            hint={t(say("importFile"))}
            onFiles={([file]) => file && change({ file, columns: undefined as never, units: {} })}
          />
          {preview.isPending && <Busy rows={4} />}
          <ErrorNote error={preview.error} />
          {data && choice.file && (
            <>
              <p role="status">
                <strong>{choice.file.name}</strong> {t(say("counts", data.counts))}
              </p>
              <Columns
                preview={data}
                onSheet={(sheet) => change({ sheet, columns: undefined as never })}
                onColumns={(columns) => change({ columns })}
              />
              <UnknownUnits preview={data} units={choice.units} onChange={(units) => change({ units })} />
              <SimilarRows
                preview={data}
                rest={rest}
                decisions={decisions}
                onRest={(all) => {
                  setRest(all);
                  setDecisions({});
                }}
                onDecide={(line, decision) => setDecisions({ ...decisions, [line]: decision })}
              />
              <PreviewRows rows={data.rows.filter(({ wrong, similar }) => wrong !== null || similar.length === 0)} />
              <div>
                <Radio.Group label={t(say("asChoice"))} value={as} onChange={(value) => setAs(value as typeof as)}>
                  <div className={styles["radios"]}>
                    <Radio value="registered" label={t(say("asRegistered"))} />
                    <Radio value="draft" label={t(say("asDraft"))} />
                  </div>
                </Radio.Group>
              </div>
              <ErrorNote error={run.error} />
              <div className={styles["saveBar"]}>
                <Button
                  size="md"
                  loading={run.isPending}
                  disabled={count.models + count.kept === 0 || preview.isPending}
                  onClick={() => run.mutate(choice as Choice)}
                >
                  {t(say("run", { count: count.models }))}
                </Button>
                {count.kept > 0 && <span className={styles["fieldHint"]}>{t(say("runKept", { count: count.kept }))}</span>}
              </div>
            </>
          )}
        </div>
      )}
      <div className={styles["mine"]}>
        <ImportLists />
      </div>
    </>
  );
}

type ColumnsProps = { preview: ImportPreview; onSheet(sheet: string): void; onColumns(columns: Record<string, ImportField | "">): void };

/** Each column with what it means; what was guessed says so. */
function Columns({ preview: { sheets, sheet, columns }, onSheet, onColumns }: ColumnsProps) {
  const t = useText();
  const meanings = [
    { value: "", label: t(say("stays")) },
    ...own.map((value) => ({ value, label: t(say(`as.${value}`)) })),
    { value: "field", label: t(sayAll("field")) },
    ...contentOrder.map((value) => ({ value, label: t(contentNames[value].name) })),
  ];
  const said = Object.fromEntries(columns.map(({ key, field }) => [key, field ?? ("" as const)]));
  return (
    <Section title={t(say("columns"))} note={t(say("columnsNote"))}>
      {sheets.length > 1 && (
        <Select label={t(say("sheet"))} allowDeselect={false} data={sheets} value={sheet} onChange={(value) => value && onSheet(value)} />
      )}
      <ul className={styles["columnList"]}>
        {columns
          .filter(({ heading, samples }) => heading !== "" || samples.length > 0)
          .map(({ key, heading, samples, field, by }) => (
            <li key={key}>
              <span>
                <strong>{heading || key}</strong>
                <span className={styles["quiet"]}>{samples.join(dot)}</span>
              </span>
              <Select
                aria-label={heading || key}
                allowDeselect={false}
                searchable
                data={meanings}
                value={field ?? ""}
                description={by === "remembered" || by === "guessed" ? t(say(by)) : undefined}
                inputWrapperOrder={["label", "input", "description", "error"]}
                onChange={(value) => onColumns({ ...said, [key]: (value ?? "") as ImportField | "" })}
              />
            </li>
          ))}
      </ul>
    </Section>
  );
}

type UnknownProps = { preview: ImportPreview; units: Units; onChange(units: Units): void };

function UnknownUnits({ preview: { unknownUnits }, units, onChange }: UnknownProps) {
  const t = useText();
  const open = unknownUnits.filter(({ key }) => !units[key]);
  if (open.length === 0 && Object.keys(units).length === 0) return null;
  return (
    <Section title={t(say("unknownUnits"))} note={t(say("unknownUnitsNote"))}>
      <div className={styles["pair"]}>
        {Object.entries(units).map(([key, unit]) => (
          <UnitPicker
            key={key}
            label={key.replaceAll("-", " ")}
            value={[unit]}
            onChange={([next]) =>
              onChange(next ? { ...units, [key]: next } : Object.fromEntries(Object.entries(units).filter(([each]) => each !== key)))
            }
          />
        ))}
        {open.map(({ key, name, rows }) => (
          <UnitPicker
            key={key}
            label={t(say("unknownRows", { name, rows }))}
            value={[]}
            onChange={([next]) => next && onChange({ ...units, [key]: next })}
          />
        ))}
      </div>
    </Section>
  );
}
