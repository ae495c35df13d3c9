import { useQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "@mantine/core";
import { grouped } from "../../../src/kernel/decimals.ts";
import { amountText } from "../../../src/kernel/numbers.ts";
import type { ExemplarDetail } from "../../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { contentOrder, fieldText } from "../words.ts";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

const most = 4;

/** Up to four exemplars side by side, content by content; nothing is added up to a mark. */
export function ComparePage() {
  const t = useText();
  const { ids = "" } = useSearch({ from: "/staff/exemplars/compare" });
  const navigate = useNavigate({ from: "/exemplars/compare" });
  const wanted = [...new Set(ids.split(",").filter(Boolean))].slice(0, most);
  const queries = useQueries({ queries: wanted.map((id) => orpc.exemplars.get.queryOptions({ input: { id } })) });
  const failed = queries.find(({ error }) => error);
  const shown = queries.flatMap(({ data }) => (data ? [data] : []));
  const rows = useRows(shown);
  const back = { to: "/exemplars" as const, text: t(say("toList")) };
  return (
    <>
      <PageHeader title={t(say("compareTitle"))} note={t(say("compareNote"))} back={back} />
      {wanted.length === 0 && <EmptyState title={t(say("compareNone"))}>{t(say("compareNoneText"))}</EmptyState>}
      {failed && <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {queries.some(({ isPending }) => isPending) && <Busy rows={6} />}
      {shown.length > 0 && (
        <div className={styles["scroll"]}>
          <table className={`${styles["table"]} ${styles["compare"]}`}>
            <thead>
              <tr>
                <th scope="col">{t(say("compareFact"))}</th>
                {shown.map(({ id, name }) => (
                  <th key={id} scope="col">
                    <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} className={styles["link"]}>
                      {name}
                    </Link>
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`${t(say("dropOne"))}: ${name}`}
                      onClick={() =>
                        void navigate({ search: { ids: wanted.filter((each) => each !== id).join(",") || undefined }, replace: true })
                      }
                    >
                      {t(say("dropOne"))}
                    </Button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, cells }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, at) => (
                    <td key={shown[at]?.id}>{cell || "–"}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

type Row = { label: string; cells: string[] };

/** Only what at least one of them says. */
function useRows(shown: readonly ExemplarDetail[]): Row[] {
  const t = useText();
  const row = (label: string, of: (exemplar: ExemplarDetail) => string): Row => ({ label, cells: shown.map(of) });
  const goals = ({ goals: all }: ExemplarDetail) =>
    all
      .map(({ name, unit, goal, reached }) => `${name}: ${reached ? `${amountText({ ...reached })} / ` : ""}${grouped(goal)} ${unit}`)
      .join("\n");
  const figure = (key: "money" | "labour" | "turns") => (exemplar: ExemplarDetail) => {
    const amount = exemplar[key];
    return amount ? amountText(amount) : "";
  };
  return [
    row(t(say("lead")), ({ lead, area }) => [lead.name, area?.name ?? lead.areaName].filter(Boolean).join(", ")),
    row(t(say("field")), ({ field }) => t(fieldText(field))),
    row(t(say("year")), ({ firstYear, registeredOn }) => String(firstYear ?? registeredOn?.slice(0, 4) ?? "")),
    row(t(say("step")), ({ step, state }) => (state === "accepted" ? String(step) : "")),
    row(t(say("goals")), goals),
    row(t(say("money")), figure("money")),
    row(t(say("labour")), figure("labour")),
    row(t(say("turns")), figure("turns")),
    ...contentOrder.map((key) => row(t(contentNames[key].name), ({ contents }) => contents[key] ?? "")),
  ].filter(({ cells }) => cells.some(Boolean));
}
