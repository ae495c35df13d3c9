import type { KeyboardEvent, MouseEvent } from "react";
import type { TargetCell, Targets } from "../../../src/modules/plans/contract.ts";
import { useText } from "../../shell/language.tsx";
import { clauseText, edgeText } from "../words.ts";
import { say } from "./messages.ts";
import styles from "./targets.module.css";
import { cellFigure, stateSign, stateText, tallyText } from "./words.ts";

export type Chosen = { itemId: string; unitId: number };

const moves: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Units by targets. One cell is in the tab order and arrow keys move from there, so that 4,000 cells stay one stop. */
export function TargetsMap({
  units,
  targets,
  onChoose,
}: {
  units: Targets["units"];
  targets: Targets["targets"];
  onChoose(chosen: Chosen): void;
}) {
  const t = useText();
  const choose = (event: MouseEvent<HTMLTableElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-item]") : null;
    if (cell) onChoose({ itemId: cell.dataset["item"] ?? "", unitId: Number(cell.dataset["unit"]) });
  };
  return (
    <section className={styles["frame"]} aria-label={t(say("mapLabel"))}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- every cell is a button; the table only listens for them together */}
      <table className={styles["map"]} onClick={choose} onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">{t(say("unit"))}</th>
            {targets.map((target) => (
              <th key={target.itemId} scope="col" title={target.text}>
                <span className={styles["small"]}>{t(clauseText(target.clause))}</span>
                <span className={styles["metric"]}>{target.figure ?? target.metric}</span>
                <span className={styles["small"]}>{t(tallyText(target))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, edge, cells }, row) => {
            const byItem = new Map(cells.map((cell) => [cell.itemId, cell]));
            return (
              <tr key={unit.id}>
                <th scope="row">
                  {unit.name}
                  <span className={styles["small"]}>{t(edgeText[edge])}</span>
                </th>
                {targets.map((target, column) => {
                  const cell = byItem.get(target.itemId);
                  return (
                    <td key={target.itemId}>
                      {cell ? (
                        <MapCell cell={cell} target={target} unit={unit} first={row === 0 && column === 0} place={`${row}:${column}`} />
                      ) : (
                        <span aria-label={t(say("notBound"))} role="img">
                          –
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = {
  cell: TargetCell;
  target: Targets["targets"][number];
  unit: Targets["units"][number]["unit"];
  first: boolean;
  place: string;
};

function MapCell({ cell, target, unit, first, place }: CellProps) {
  const t = useText();
  const figure = cellFigure(cell);
  return (
    <button
      type="button"
      className={styles["cell"]}
      data-state={cell.state}
      data-item={target.itemId}
      data-unit={unit.id}
      data-place={place}
      tabIndex={first ? 0 : -1}
      aria-label={t(
        say("cellLabel", {
          unit: unit.name,
          metric: target.metric,
          state: t(stateText[cell.state]),
          figure: figure && `${figure} ${target.unit}`,
        }),
      )}
    >
      <span aria-hidden="true">{stateSign[cell.state]}</span>
      {figure && <span aria-hidden="true">{figure}</span>}
    </button>
  );
}

/** The cell that way, over cells that are not asked. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const move = moves[event.key];
  const from = event.target instanceof HTMLElement ? event.target : null;
  const place = from?.dataset["place"];
  if (!move || !from || !place) return;
  event.preventDefault();
  let [row = 0, column = 0] = place.split(":").map(Number);
  for (let step = 0; step < 200; step++) {
    row += move[0];
    column += move[1];
    if (row < 0 || column < 0) return;
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
    if (next) {
      from.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      return;
    }
  }
}
