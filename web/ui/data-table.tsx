import { useMemo, useState, type ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

export type Column<Row> = {
  key: string;
  header: string;
  /** null or "" is shown as a dash, and left out of the card on a phone. */
  cell(row: Row): ReactNode;
  /** Gives what the column sorts by; a column without it is not sortable. Texts sort in Vietnamese order. */
  sort?(row: Row): string | number | null;
  align?: "left" | "right";
  /** CSS width, such as "8rem"; leave the main column without one. */
  width?: string;
  /** On a phone a row is a card: the title column stands on top without its label; hidden ones are left out. */
  onPhone?: "title" | "hidden";
};

type Props<Row> = {
  /** Says what the table lists; read out, not shown. */
  label: string;
  rows: readonly Row[];
  columns: Column<Row>[];
  rowKey(row: Row): string | number;
  /** What stands in place of rows when there are none. */
  empty?: ReactNode;
  initialSort?: { key: string; descending?: boolean };
  /** Marks a row that needs the eye ("late" only where the viewer may see it so). */
  tone?(row: Row): "late" | "quiet" | undefined;
};

const collator = new Intl.Collator("vi", { numeric: true });

/** A dense table; at phone width each row becomes a card with the columns' names beside the values. */
export function DataTable<Row>({ label, rows, columns, rowKey, empty, initialSort, tone }: Props<Row>) {
  const t = useText();
  const [sort, setSort] = useState(initialSort ?? null);
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === sort?.key);
    if (!sort || !column?.sort) return rows;
    const by = column.sort;
    return rows.toSorted((one, other) => compare(by(one), by(other)) * (sort.descending ? -1 : 1));
  }, [rows, columns, sort]);

  if (rows.length === 0) return <>{empty ?? <p className={styles["note"]}>{t(say("noRows"))}</p>}</>;
  return (
    <table className={styles["table"]} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => {
            const mine = sort?.key === column.key ? sort : null;
            return (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width, minWidth: column.width ? undefined : "15rem", textAlign: column.align }}
                aria-sort={mine ? (mine.descending ? "descending" : "ascending") : undefined}
              >
                {column.sort ? (
                  <button
                    type="button"
                    className={styles["sortButton"]}
                    title={t(say("sortBy", { column: column.header }))}
                    onClick={() => setSort({ key: column.key, descending: mine ? !mine.descending : false })}
                  >
                    {column.header}
                    <span className={styles["sortMark"]} data-on={mine ? true : undefined} data-up={mine?.descending || undefined}>
                      <Icon name="chevronDown" size={13} />
                    </span>
                  </button>
                ) : (
                  column.header
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={rowKey(row)} data-tone={tone?.(row)}>
            {columns.map((column) => {
              const content = column.cell(row);
              const empty = content === null || content === undefined || content === "";
              return (
                <td
                  key={column.key}
                  data-label={column.header}
                  data-phone={column.onPhone}
                  data-empty={empty || undefined}
                  style={{ textAlign: column.align }}
                >
                  <div>{empty ? "–" : content}</div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Empty values last in either order would need two rules; they come first when ascending, which shows the gaps. */
function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return collator.compare(String(one), String(other));
}
