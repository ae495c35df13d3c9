import { Link } from "@tanstack/react-router";
import type { Copy, Learning } from "../../../src/modules/exemplars/learning/contract.ts";
import { useText } from "../../shell/language.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { Section } from "../../ui/section.tsx";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

/** The graph of its copies: how many when, which areas since when, each with what was adapted. */
export function Copies({ learning: { copies, moreCopies, years, areas } }: { learning: Learning }) {
  const t = useText();
  const columns = useColumns(copies);
  if (copies.length === 0)
    return (
      <Section title={t(say("copies"))}>
        <p className={styles["quiet"]}>{t(say("copiesNone"))}</p>
      </Section>
    );
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <Section title={t(say("copies"))} note={t(say("copiesCount", { count: copies.length, areas: areas.length }))}>
      <div className={styles["spread"]}>
        <div>
          <h3>{t(say("byYear"))}</h3>
          <ul className={styles["bars"]}>
            {years.map(({ year, count }) => (
              <li key={year}>
                <span>{year}</span>
                <span className={styles["bar"]} style={{ width: `${Math.max(4, (count / most) * 100)}%` }} aria-hidden="true" />
                <span>{count}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t(say("byArea"))}</h3>
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{t(say("areaName"))}</th>
                <th scope="col" data-number>
                  {t(say("since"))}
                </th>
                <th scope="col" data-number>
                  {t(say("count"))}
                </th>
              </tr>
            </thead>
            <tbody>
              {areas.map(({ name, since, count }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td data-number>{since}</td>
                  <td data-number>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <DataTable label={t(say("copies"))} rows={copies} columns={columns} rowKey={({ id }) => id} />
      {moreCopies && <p className={styles["quiet"]}>{t(say("moreCopies"))}</p>}
    </Section>
  );
}

function useColumns(copies: readonly Copy[]): Column<Copy>[] {
  const t = useText();
  return [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: ({ id, name }) => (
        <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} search={{ tab: "learning" }} className={styles["link"]}>
          {name}
        </Link>
      ),
    },
    { key: "lead", header: t(say("columnLead")), cell: ({ lead }) => lead.name },
    {
      key: "from",
      header: t(say("columnFrom")),
      width: "12rem",
      cell: ({ generation, copiedFrom }) =>
        generation === 1
          ? t(say("generation", { number: 1 }))
          : `${t(say("generation", { number: generation }))}: ${copies.find(({ id }) => id === copiedFrom)?.name ?? ""}`,
    },
    { key: "adapted", header: t(say("columnAdapted")), cell: ({ adapted }) => adapted },
    { key: "day", header: t(say("columnDay")), width: "7rem", cell: ({ registeredOn }) => registeredOn && showDate(registeredOn) },
  ];
}
