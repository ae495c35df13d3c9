import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Targets } from "../../../src/modules/plans/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import type { Chosen } from "./targets-map.tsx";
import styles from "./targets.module.css";
import { cellFigure, stateSign, stateText, tallyText } from "./words.ts";

/** The same on a phone: one target at a time, a line per unit. */
export function TargetsList({
  units,
  targets,
  onChoose,
}: {
  units: Targets["units"];
  targets: Targets["targets"];
  onChoose(chosen: Chosen): void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState(targets[0]?.itemId ?? "");
  const target = targets.find(({ itemId }) => itemId === chosen) ?? targets[0];
  if (!target) return null;
  const lines = units.flatMap(({ unit, cells }) => {
    const cell = cells.find(({ itemId }) => itemId === target.itemId);
    return cell ? [{ unit, cell }] : [];
  });
  return (
    <>
      <NativeSelect
        label={t(say("choose"))}
        value={target.itemId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={targets.map((each) => ({
          value: each.itemId,
          label: `${each.figure ?? each.metric} (${t(tallyText(each))})`,
        }))}
      />
      <ul className={styles["list"]}>
        {lines.map(({ unit, cell }) => (
          <li key={unit.id}>
            <button
              type="button"
              className={styles["line"]}
              data-state={cell.state}
              onClick={() => onChoose({ itemId: target.itemId, unitId: unit.id })}
            >
              <span aria-hidden="true">{stateSign[cell.state]}</span>
              <span>
                {unit.name}
                <span className={styles["small"]}>{t(stateText[cell.state])}</span>
              </span>
              <strong>{cellFigure(cell)}</strong>
            </button>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p>{t(say("noneFound"))}</p>}
    </>
  );
}
