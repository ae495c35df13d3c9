import { Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { UnitId } from "../../../src/kernel/ids.ts";
import type { Part, RoundDetail } from "../../../src/modules/appraisal/contract.ts";
import { partNames } from "../../../src/modules/appraisal/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

type Props = { round: RoundDetail; onChanged(round: RoundDetail): void };

/** Who sits in the panel, and how judges were drawn. */
export function Panel({ round, onChanged }: Props) {
  const t = useText();
  const editing = round.can.includes("panel");
  const sitting = round.members.filter(({ leftOn }) => leftOn === null);
  const save = useMutation({
    mutationFn: (members: { personId: string; unitId: UnitId; part: Part }[]) =>
      api.appraisal.rounds.panel({ id: round.id, version: round.version, members }),
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("saved")));
    },
  });
  const members = sitting.map(({ personId, unit, part }) => ({ personId, unitId: unit.id, part }));
  return (
    <Section title={t(say("panel"))} note={editing && t(say("panelNote"))}>
      <div className={styles["form"]}>
        {round.members.length === 0 && <p className={styles["quiet"]}>{t(say("panelNone"))}</p>}
        <ul className={styles["rows"]}>
          {round.members.map(({ personId, name, unit, part, leftOn, sheets }) => (
            <li key={personId}>
              <span>
                <strong>{name}</strong>, {unit.name}
                <div className={styles["remark"]}>
                  {leftOn === null ? t(partNames[part]) : t(say("leftPanel"))}
                  {sheets > 0 && `${dot}${t(say("sheetsCount", { count: sheets }))}`}
                </div>
              </span>
              {editing && leftOn === null && (
                <button
                  type="button"
                  className={styles["icon"]}
                  aria-label={t(say("removeMember", { name }))}
                  onClick={() => save.mutate(members.filter((member) => member.personId !== personId))}
                >
                  <Icon name="trash" size={18} />
                </button>
              )}
            </li>
          ))}
        </ul>
        <ErrorNote error={save.error} />
        {editing && <AddMember round={round} busy={save.isPending} onAdd={(member) => save.mutate([...members, member])} />}
        {round.draws.map(({ seed, at, by, sheets }) => (
          <p key={seed} className={styles["remark"]}>
            {t(say("drawLine", { day: showInstant(at), by, sheets, seed }))}
          </p>
        ))}
      </div>
    </Section>
  );
}

type AddProps = { round: RoundDetail; busy: boolean; onAdd(member: { personId: string; unitId: UnitId; part: Part }): void };

function AddMember({ round, busy, onAdd }: AddProps) {
  const t = useText();
  const [units, setUnits] = useState<PickedUnit[]>([]);
  const [person, setPerson] = useState<string | null>(null);
  const [part, setPart] = useState<Part>("member");
  const [unit] = units;
  const people = useQuery({
    ...orpc.appraisal.rounds.people.queryOptions({ input: { id: round.id, unitId: (unit?.id ?? 1) as UnitId } }),
    enabled: unit !== undefined,
  });
  const free = (people.data ?? []).filter(
    ({ personId }) => !round.members.some((member) => member.personId === personId && member.leftOn === null),
  );
  return (
    <div className={styles["form"]}>
      <div className={styles["pair"]}>
        <UnitPicker
          label={t(say("panelUnit"))}
          value={units}
          onChange={(next) => {
            setUnits(next);
            setPerson(null);
          }}
        />
        <Select
          label={t(say("panelPerson"))}
          disabled={free.length === 0}
          data={free.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={person}
          onChange={setPerson}
        />
        <Select
          label={t(say("part"))}
          allowDeselect={false}
          data={(["head", "secretary", "member"] as const).map((value) => ({ value, label: t(partNames[value]) }))}
          value={part}
          onChange={(chosen) => setPart(chosen === "head" || chosen === "secretary" ? chosen : "member")}
        />
      </div>
      {unit && people.data && people.data.length === 0 && <p className={styles["quiet"]}>{t(say("panelNobody"))}</p>}
      <ErrorNote error={people.error} />
      <div className={styles["buttons"]}>
        <ActButton
          variant="default"
          loading={busy}
          missing={[!unit && t(say("panelUnit")), person === null && t(say("panelPerson"))]}
          onClick={() => {
            if (!unit || person === null) return;
            onAdd({ personId: person, unitId: unit.id as UnitId, part });
            setPerson(null);
            setPart("member");
          }}
        >
          {t(say("panelAdd"))}
        </ActButton>
      </div>
    </div>
  );
}
