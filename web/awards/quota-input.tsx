import { Button, TextInput } from "@mantine/core";
import styles from "../exemplars/exemplars.module.css";
import { useText } from "../shell/language.tsx";
import { Icon } from "../ui/icon.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import own from "./awards.module.css";
import { say } from "./messages.ts";
import type { WrittenCampaign } from "./written.ts";

type Props = {
  campaign: WrittenCampaign;
  errors: Partial<Record<string, string>>;
  onChange(part: Partial<WrittenCampaign>): void;
};

/** "Không quá N tập thể, M cá nhân": in all, and for each unit that is named. */
export function QuotaInput({ campaign, errors, onChange }: Props) {
  const t = useText();
  const { units } = campaign;
  const add = (picked: readonly PickedUnit[]) => {
    const fresh = picked.filter(({ id }) => !units.some(({ unit }) => unit.id === id));
    onChange({ units: [...units, ...fresh.map((unit) => ({ unit, mostCollectives: "", mostIndividuals: "" }))] });
  };
  return (
    <>
      <p className={styles["fieldHint"]}>{t(say("quotaHint"))}</p>
      <div className={own["quotaRow"]} role="group" aria-label={t(say("inAll"))}>
        <span className={own["quotaName"]}>{t(say("inAll"))}</span>
        {(["mostCollectives", "mostIndividuals"] as const).map((key) => (
          <TextInput
            key={key}
            label={t(say(key))}
            inputMode="numeric"
            value={campaign[key]}
            error={errors[key]}
            onChange={(event) => onChange({ [key]: event.currentTarget.value })}
          />
        ))}
      </div>
      <UnitPicker label={t(say("addUnits"))} value={[]} error={errors["units"]} onChange={add} />
      {units.length === 0 && <p className={styles["quiet"]}>{t(say("noUnits"))}</p>}
      {units.map((row) => {
        const put = (part: Partial<typeof row>) => onChange({ units: units.map((each) => (each === row ? { ...row, ...part } : each)) });
        const name = { unit: row.unit.name };
        return (
          <div key={row.unit.id} className={own["quotaRow"]} role="group" aria-label={row.unit.name}>
            <span className={own["quotaName"]}>{row.unit.name}</span>
            <TextInput
              label={t(say("collectives"))}
              aria-label={t(say("collectivesFor", name))}
              inputMode="numeric"
              value={row.mostCollectives}
              onChange={(event) => put({ mostCollectives: event.currentTarget.value })}
            />
            <TextInput
              label={t(say("individuals"))}
              aria-label={t(say("individualsFor", name))}
              inputMode="numeric"
              value={row.mostIndividuals}
              onChange={(event) => put({ mostIndividuals: event.currentTarget.value })}
            />
            <Button
              variant="default"
              aria-label={t(say("removeUnit", name))}
              onClick={() => onChange({ units: units.filter((each) => each !== row) })}
            >
              <Icon name="trash" size={18} />
            </Button>
          </div>
        );
      })}
    </>
  );
}
