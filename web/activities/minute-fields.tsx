import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ActivityKind } from "../../src/modules/activities/contract.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { UnitPicker } from "../ui/unit-picker.tsx";
import styles from "./activities.module.css";
import { KindPicker } from "./kind-picker.tsx";
import { say } from "./messages.ts";
import type { Written } from "./written.ts";

export type FieldsProps = {
  kinds: readonly ActivityKind[];
  written: Written;
  onChange(part: Partial<Written>): void;
  /** Messages per field, from here or from the server. */
  errors: Record<string, string>;
};

/** The four fields that are enough. */
export function MinuteFields({ kinds, written, onChange, errors }: FieldsProps) {
  const t = useText();
  return (
    <>
      <KindPicker
        kinds={kinds.filter(({ active, code }) => active || code === written.kind)}
        value={written.kind}
        onChange={(kind) => onChange({ kind })}
        error={errors["kind"]}
      />
      <TextInput
        label={t(say("name"))}
        description={t(say("nameHint"))}
        size="md"
        value={written.name}
        maxLength={300}
        error={errors["name"]}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <DateInput
        label={t(say("date"))}
        description={written.onDate && written.onDate > today() ? t(say("dateAhead")) : undefined}
        size="md"
        value={written.onDate}
        error={errors["onDate"]}
        onChange={(onDate) => onChange({ onDate })}
      />
      <LeadField written={written} onChange={onChange} error={errors["leadId"]} />
    </>
  );
}

/** The own unit stands ready; changing it is for those who type for others. */
function LeadField({ written: { lead }, onChange, error }: Pick<FieldsProps, "written" | "onChange"> & { error: string | undefined }) {
  const t = useText();
  const own = usePost()?.unit;
  const [changing, setChanging] = useState(lead[0] !== undefined && lead[0].id !== own?.id);
  if (!changing && lead[0]) {
    return (
      <div role="group" aria-label={t(say("unit"))}>
        <div className={styles["fieldLabel"]}>{t(say("unit"))}</div>
        <div className={styles["chosen"]}>
          <span>{lead[0].name}</span>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t(say("changeUnit"))}
          </Button>
        </div>
        {error && <p className={styles["wrong"]}>{error}</p>}
      </div>
    );
  }
  return <UnitPicker label={t(say("unit"))} value={lead} error={error} focused onChange={(next) => onChange({ lead: next })} />;
}
