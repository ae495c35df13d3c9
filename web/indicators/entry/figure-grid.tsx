import { useId } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { Text } from "../../../src/kernel/language.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { CellInput } from "./cell-input.tsx";
import { figureText, percentText, shownOf, slotOf } from "./figure-text.ts";
import type { Part, Place, Step } from "./grid.ts";
import { say } from "./messages.ts";
import { differs, isEmpty, nothing, type Entered, type EntryRow, type Figure } from "./model.ts";
import { RowNotes, type RowProblem } from "./row-notes.tsx";
import type { GridFocus } from "./use-grid.ts";
import styles from "./entry.module.css";

export type GridActs = {
  onType(row: EntryRow, part: Part, typed: string): void;
  onChoose(row: EntryRow, value: string | null): void;
  onUseComputed(row: EntryRow): void;
  onReason(row: EntryRow, reason: string): void;
  onRecords(row: EntryRow): void;
  onBlock(place: Place, block: string[][]): void;
  onUndo(): void;
};

type Props = GridActs & {
  /** Names the table: the section's heading. */
  label: string;
  /** This section's rows; `firstRow` is the place of the first of them in the whole grid. */
  rows: readonly EntryRow[];
  firstRow: number;
  entered: Readonly<Record<string, Entered>>;
  /** What was typed and could not be read, by "key part". */
  unread: Readonly<Record<string, RowProblem>>;
  grid: GridFocus;
};

/** One section's figures. A table on a desk; on a phone each row is a card with a large input. */
export function FigureGrid({ label, rows, firstRow, ...rest }: Props) {
  const t = useText();
  return (
    <table className={styles["grid"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t(say("columnIndicator"))}</th>
          <th scope="col">{t(say("columnNow"))}</th>
          <th scope="col">{t(say("columnLast"))}</th>
          <th scope="col">{t(say("columnYearBefore"))}</th>
          <th scope="col">{t(say("columnComputed"))}</th>
        </tr>
      </thead>
      {rows.map((row, index) => (
        <Row key={row.key} row={row} at={firstRow + index} {...rest} />
      ))}
    </table>
  );
}

type RowProps = Omit<Props, "label" | "rows" | "firstRow"> & { row: EntryRow; at: number };

function Row({ row, at, entered: all, unread, grid, ...acts }: RowProps) {
  const t = useText();
  const notesId = useId();
  const entered = all[row.key] ?? nothing;
  const problems = row.parts.flatMap((part) => unread[slotOf(row.key, part)] ?? []);
  const cells = row.parts.map((part, column) => (
    <CellInput
      key={part}
      shown={unread[slotOf(row.key, part)]?.typed ?? shownOf(entered, part)}
      label={`${row.label}${part === "value" ? "" : `: ${t(say(part))}`} (${row.unit})`}
      describedBy={notesId}
      invalid={Boolean(unread[slotOf(row.key, part)] ?? row.returned)}
      locked={row.locked}
      placeholder={part === "value" || row.locked ? undefined : t(say(part))}
      helpers={row.money ? moneyHelpers : helpers}
      register={grid.register({ row: at, column })}
      onCommit={(typed) => acts.onType(row, part, typed)}
      onStep={(step: Step) => grid.step({ row: at, column }, step)}
      onBlock={(block) => acts.onBlock({ row: at, column }, block)}
      onUndo={acts.onUndo}
    />
  ));
  return (
    <tbody data-returned={row.returned === null ? undefined : true} data-locked={row.locked || undefined}>
      <tr>
        <th scope="row">
          {row.label} <span className={styles["unit"]}>({row.unit})</span>
          {row.compulsory && isEmpty(entered) && <span className={styles["compulsory"]}>{t(say("compulsory"))}</span>}
        </th>
        <td className={styles["now"]} data-label={t(say("columnNow"))}>
          {row.shape === "yes-no" ? (
            <YesNo row={row} entered={entered} at={at} grid={grid} onChoose={acts.onChoose} notesId={notesId} />
          ) : row.parts.length === 2 ? (
            <span className={styles["ratio"]}>
              {cells[0]}
              <span aria-hidden="true">/</span>
              {cells[1]}
              <span className={styles["percent"]}>{percentText(entered)}</span>
            </span>
          ) : (
            cells[0]
          )}
        </td>
        <td className={styles["before"]} data-label={t(say("columnLast"))} data-empty={isEmpty(row.last) || undefined}>
          <Before figure={row.last} yesNo={row.shape === "yes-no"} t={t} />
        </td>
        <td className={styles["before"]} data-label={t(say("columnYearBefore"))} data-empty={isEmpty(row.yearBefore) || undefined}>
          <Before figure={row.yearBefore} yesNo={row.shape === "yes-no"} t={t} />
        </td>
        <td className={styles["computed"]} data-label={t(say("columnComputed"))} data-empty={row.computed === null || undefined}>
          <span>
            <Computed row={row} entered={entered} {...acts} />
          </span>
        </td>
      </tr>
      <RowNotes id={notesId} row={row} entered={entered} problems={problems} onReason={acts.onReason} />
    </tbody>
  );
}

const helpers = [
  { word: "hơn", before: true },
  { word: "khoảng", before: true },
];
const moneyHelpers = [...helpers, { word: "triệu", before: false }, { word: "tỷ", before: false }];

function Before({ figure, yesNo, t }: { figure: Figure | null; yesNo: boolean; t: (text: Text) => string }) {
  return <>{figure && !isEmpty(figure) ? figureText(figure, yesNo, t) : "–"}</>;
}

function YesNo({
  row,
  entered,
  at,
  grid,
  onChoose,
  notesId,
}: Pick<RowProps, "row" | "at" | "grid" | "onChoose"> & { entered: Entered; notesId: string }) {
  const t = useText();
  const here = { row: at, column: 0 };
  return (
    <select
      ref={grid.register(here)}
      className={styles["cell"]}
      aria-label={row.label}
      aria-describedby={notesId}
      disabled={row.locked}
      value={entered.value ?? ""}
      onChange={(event) => onChoose(row, event.currentTarget.value || null)}
      onKeyDown={(event) => {
        const step = event.altKey ? null : ({ Enter: "down", ArrowDown: "down", ArrowUp: "up" } as const)[event.key];
        if (step && grid.step(here, step)) event.preventDefault();
      }}
    >
      <option value="">{t(say("notSaid"))}</option>
      <option value="1">{t(say("yes"))}</option>
      <option value="0">{t(say("no"))}</option>
    </select>
  );
}

/** What the records say, and the records themselves one click away. */
function Computed({
  row,
  entered,
  onRecords,
  onUseComputed,
}: Pick<GridActs, "onRecords" | "onUseComputed"> & { row: EntryRow; entered: Entered }) {
  const t = useText();
  if (!row.computed) return <>–</>;
  const figure = figureText(row.computed, row.shape === "yes-no", t);
  return (
    <>
      {figure || "0"}
      {dot}
      <button
        type="button"
        className={styles["textButton"]}
        onClick={() => onRecords(row)}
        aria-label={t(say("recordsOf", { label: row.label, count: row.computed.records }))}
      >
        {t(say("records", { count: row.computed.records }))}
      </button>
      {!row.locked && !isEmpty(row.computed) && differs(entered, row.computed) && (
        <button type="button" className={styles["textButton"]} onClick={() => onUseComputed(row)}>
          <Icon name="undo" size={14} /> {t(say("useComputed"))}
        </button>
      )}
    </>
  );
}
