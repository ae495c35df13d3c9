import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitId } from "../../../src/kernel/ids.ts";
import type { RoundDetail } from "../../../src/modules/appraisal/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

type Props = { round: RoundDetail; onChanged(round: RoundDetail): void };
type Wanted = { units?: UnitId[]; named?: { title: string; unitId: UnitId }[] };

/** Units one by one or a whole group; and enterprises, which are in no list of units. */
export function AddSubjects({ round, onChanged }: Props) {
  const t = useText();
  const issuer = usePost()?.unit.id;
  const [picked, setPicked] = useState<PickedUnit[]>([]);
  const [group, setGroup] = useState("");
  const [name, setName] = useState("");
  const [under, setUnder] = useState<PickedUnit[]>([]);
  const [said, setSaid] = useState("");
  const add = useMutation({
    mutationFn: (wanted: Wanted) => api.appraisal.rounds.addSubjects({ id: round.id, version: round.version, ...wanted }),
    onSuccess: (changed) => {
      setPicked([]);
      setGroup("");
      setName("");
      onChanged(changed);
      showDone(t(say("added")));
    },
  });
  const ask = useMutation({
    mutationFn: () => api.units.addressees({ expression: group.trim(), issuer: issuer as UnitId, asOf: today() }),
    onSuccess: ({ units }) => {
      setSaid(units.length === 0 ? t(say("notUnderstood")) : "");
      if (units.length > 0) add.mutate({ units: units.map(({ id }) => id) });
    },
  });
  const [owner] = under;
  return (
    <details className={styles["more"]} open={round.rows.length === 0}>
      <summary>{t(say("addSubjects"))}</summary>
      <div className={styles["form"]}>
        <div className={styles["line"]}>
          <TextInput
            label={t(say("addGroup"))}
            placeholder={t(say("addGroupHint"))}
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={ask.isPending}
            disabled={group.trim() === "" || issuer === undefined}
            onClick={() => ask.mutate()}
          >
            {t(say("addGroupAct"))}
          </Button>
        </div>
        <p className={styles["quiet"]} role="status">
          {said}
        </p>
        <div className={styles["line"]}>
          <UnitPicker label={t(say("addSubjects"))} multiple value={picked} onChange={setPicked} />
          <Button
            variant="default"
            loading={add.isPending}
            disabled={picked.length === 0}
            onClick={() => add.mutate({ units: picked.map(({ id }) => id as UnitId) })}
          >
            {t(say("add"))}
          </Button>
        </div>
        <details className={styles["more"]}>
          <summary>{t(say("addNamed"))}</summary>
          <div className={styles["line"]}>
            <TextInput label={t(say("named"))} maxLength={300} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <UnitPicker label={t(say("namedUnder"))} value={under} onChange={setUnder} />
            <Button
              variant="default"
              aria-label={`${t(say("add"))}: ${t(say("addNamed"))}`}
              disabled={name.trim() === "" || !owner}
              onClick={() => owner && add.mutate({ named: [{ title: name.trim(), unitId: owner.id as UnitId }] })}
            >
              {t(say("add"))}
            </Button>
          </div>
        </details>
        <ErrorNote error={add.error ?? ask.error} />
      </div>
    </details>
  );
}
