import { Button, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Addressee, Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../plans.module.css";
import { say } from "./messages.ts";
import { ReasonLine } from "./reason-line.tsx";

/** Adding and taking out by hand, each with its reason. */
function useException(plan: Plan, addressee: Addressee) {
  const client = useQueryClient();
  const after = { onSuccess: () => client.invalidateQueries({ queryKey: orpc.plans.key() }) };
  const except = useMutation(orpc.plans.except.mutationOptions(after));
  const undo = useMutation(orpc.plans.undoException.mutationOptions(after));
  const at = { id: plan.id, expressionId: addressee.id, version: addressee.version };
  return {
    set: (unitId: number, meant: boolean, reason: string, onDone?: () => void) =>
      except.mutate({ ...at, unitId, meant, reason }, onDone ? { onSuccess: onDone } : {}),
    undo: (unitId: number) => undo.mutate({ ...at, unitId }),
    busy: except.isPending || undo.isPending,
    error: except.error ?? undo.error,
  };
}

const shownAtFirst = 8;

/** The units that an expression means, those taken out, the near misses, and a way to add one. */
export function Units({ plan, addressee }: { plan: Plan; addressee: Addressee }) {
  const t = useText();
  const exception = useException(plan, addressee);
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<number | null>(null);
  const { units, removed, left } = addressee;
  const shown = all ? units : units.slice(0, shownAtFirst);
  return (
    <Stack gap="xs">
      {units.length > 0 && (
        <div>
          <h4 className={styles["listHead"]}>
            {t(say("meant"))} ({units.length})
          </h4>
          <ul className={styles["unitList"]}>
            {shown.map((unit) => (
              <li key={unit.id}>
                <span>
                  {unit.name}
                  {unit.areaName && <span className={styles["dim"]}>, {unit.areaName}</span>}
                  {unit.gone && <span className={styles["missing"]}> ({t(say("gone"))})</span>}
                  {unit.source === "hand" && (
                    <span className={styles["dim"]}>
                      {" "}
                      ({t(say("byHand"))}: {unit.reason})
                    </span>
                  )}
                </span>
                {leaving === unit.id ? (
                  <ReasonLine
                    label={t(say("takeOutReason"))}
                    confirm={t(say("takeOut"))}
                    busy={exception.busy}
                    onConfirm={(reason) => exception.set(unit.id, false, reason, () => setLeaving(null))}
                    onCancel={() => setLeaving(null)}
                  />
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t(say("takeOutOf", { name: unit.name }))}
                    onClick={() => (unit.source === "hand" ? exception.undo(unit.id) : setLeaving(unit.id))}
                  >
                    {t(say("takeOut"))}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {units.length > shownAtFirst && !all && (
            <button type="button" className={styles["textButton"]} onClick={() => setAll(true)}>
              {t(say("seeAll", { count: units.length }))}
            </button>
          )}
        </div>
      )}
      {removed.length > 0 && (
        <div>
          <h4 className={styles["listHead"]}>{t(say("removedUnits"))}</h4>
          <ul className={styles["unitList"]}>
            {removed.map((unit) => (
              <li key={unit.id}>
                <span>
                  {unit.name} <span className={styles["dim"]}>{t(say("whyLeft", { reason: unit.reason }))}</span>
                </span>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t(say("putBackOf", { name: unit.name }))}
                  onClick={() => exception.undo(unit.id)}
                >
                  {t(say("putBack"))}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {left.length > 0 && (
        <details>
          <summary>
            {t(say("notMeant"))} ({left.length})
          </summary>
          <ul className={styles["unitList"]}>
            {left.map(({ unit, why }) => (
              <li key={unit.id}>
                <span>
                  {unit.name} <span className={styles["dim"]}>{t(say("whyLeft", { reason: t(why) }))}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <AddUnit exception={exception} asOf={plan.resolveOn} />
      <ErrorNote error={exception.error} />
    </Stack>
  );
}

function AddUnit({ exception, asOf }: { exception: ReturnType<typeof useException>; asOf: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState<PickedUnit[]>([]);
  const [unit] = picked;
  if (!opened) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => setOpened(true)}
        className={styles["fit"]}
      >
        {t(say("addUnit"))}
      </Button>
    );
  }
  return (
    <Stack gap="xs">
      <UnitPicker label={t(say("addUnit"))} value={picked} onChange={setPicked} asOf={asOf} />
      {unit && (
        <ReasonLine
          label={t(say("addReason"))}
          confirm={t(say("include"))}
          busy={exception.busy}
          onConfirm={(reason) =>
            exception.set(unit.id, true, reason, () => {
              setPicked([]);
              setOpened(false);
            })
          }
          onCancel={() => setOpened(false)}
        />
      )}
    </Stack>
  );
}
