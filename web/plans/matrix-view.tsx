import { TextInput, UnstyledButton } from "@mantine/core";
import { useMemo, useState } from "react";
import { dot } from "../../src/kernel/facts.ts";
import { fold } from "../../src/kernel/text.ts";
import type { Matrix, MatrixRow, PlanItem } from "../../src/modules/plans/contract.ts";
import { useText } from "../shell/language.tsx";
import { DueBadge, StateBadge } from "../ui/badges.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";
import { clauseText, edgeText, kindText, roleText, unitKindText } from "./words.ts";

type Clause = Matrix["clauses"][number];

/**
 * Who does what. Units of one kind that owe the same stand in one row, told by their number and opened by name; a row's
 * duties open under it, so that the page reads the same at any width and for any number of units.
 */
export function MatrixView({ matrix, ours = [] }: { matrix: Matrix; ours?: number[] }) {
  const t = useText();
  const [sought, setSought] = useState("");
  const clauses = useMemo(() => new Map(matrix.clauses.map((clause) => [clause.itemId, clause])), [matrix]);
  const key = fold(sought);
  const rows =
    key === ""
      ? matrix.rows
      : matrix.rows.filter(({ units }) => units.some(({ name, areaName }) => fold(`${name} ${areaName ?? ""}`).includes(key)));
  if (matrix.rows.length === 0) return <EmptyState title={t(say("matrixEmpty"))}>{t(say("matrixEmptyText"))}</EmptyState>;
  const many = matrix.rows.reduce((sum, { units }) => sum + units.length, 0) > 8;
  const mine = new Set(ours);
  return (
    <>
      <p className={styles["note"]}>{t(say("matrixNote"))}</p>
      {many && (
        <TextInput
          type="search"
          maw="22rem"
          mb="sm"
          aria-label={t(say("findUnit"))}
          placeholder={t(say("findUnit"))}
          leftSection={<Icon name="search" size={18} />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {rows.length === 0 && <p className={styles["note"]}>{t(say("findUnitNone"))}</p>}
      <div className={styles["matrix"]}>
        {rows.map((row) => (
          <Row key={row.units[0]?.id} row={row} clauses={clauses} mine={row.units.some(({ id }) => mine.has(id))} sought={key} />
        ))}
      </div>
    </>
  );
}

function Row({ row, clauses, mine, sought }: { row: MatrixRow; clauses: Map<string, Clause>; mine: boolean; sought: string }) {
  const t = useText();
  const [opened, setOpened] = useState(mine);
  const [named, setNamed] = useState(false);
  const [first] = row.units;
  const one = row.units.length === 1;
  const units = sought === "" ? row.units : row.units.filter(({ name, areaName }) => fold(`${name} ${areaName ?? ""}`).includes(sought));
  const shownByName = named || sought !== "";
  const counts = (["lead", "report", "partner"] as const).flatMap((role) => {
    const count = row.cells.filter((cell) => cell.role === role).length;
    return count > 0 ? [`${t(roleText[role])} ${count}`] : [];
  });
  return (
    <section className={styles["matrixRow"]} data-mine={mine || undefined}>
      <UnstyledButton className={styles["matrixHead"]} aria-expanded={opened} onClick={() => setOpened((open) => !open)}>
        <Icon name={opened ? "chevronDown" : "chevronRight"} size={18} />
        <span className={styles["matrixWho"]}>
          <strong>{one ? first?.name : t(unitKindText(row.kind))}</strong>
          <span className={styles["dim"]}>
            {one ? first?.areaName : `${t(say("unitsCount", { count: row.units.length }))}: ${first?.name ?? ""}…`}
          </span>
        </span>
        <span className={styles["matrixWhat"]}>{counts.join(dot)}</span>
        <span className={styles["badges"]}>
          {mine && <StateBadge tone="active">{t(say("mine"))}</StateBadge>}
          <StateBadge tone="neutral">{t(edgeText[row.edge])}</StateBadge>
        </span>
      </UnstyledButton>
      {opened && (
        <div className={styles["matrixBody"]}>
          {!one && (
            <p className={styles["unitNames"]}>
              {(shownByName ? units : units.slice(0, 6)).map(({ name }) => name).join("; ")}
              {!shownByName && row.units.length > 6 && `; ${t(say("andMore", { count: row.units.length - 6 }))}`}{" "}
              {row.units.length > 6 && sought === "" && (
                <button type="button" className={styles["textButton"]} onClick={() => setNamed((all) => !all)}>
                  {t(named ? say("hideUnits") : say("showUnits"))}
                </button>
              )}
            </p>
          )}
          <ul className={styles["duties"]}>
            {row.cells.map(({ itemId, role }) => {
              const clause = clauses.get(itemId);
              return clause ? <Duty key={`${itemId} ${role}`} clause={clause} role={t(roleText[role])} /> : null;
            })}
          </ul>
        </div>
      )}
    </section>
  );
}

function Duty({ clause, role }: { clause: Pick<Clause, "clause" | "kind" | "text" | "due">; role: string }) {
  const t = useText();
  const kind: PlanItem["kind"] = clause.kind;
  return (
    <li>
      <span className={styles["clause"]}>{t(clauseText(clause.clause))}</span>
      <span className={styles["dutyRole"]}>
        {role}
        {dot}
        {t(kindText[kind])}
      </span>
      <span className={styles["dutyText"]}>{clause.text}</span>
      <span className={styles["dutyDue"]}>
        <DueBadge due={clause.due} />
      </span>
    </li>
  );
}
