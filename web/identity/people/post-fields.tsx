import { Group, Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { roles, type Role } from "../../../src/kernel/permissions.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { roleNote } from "../words.ts";
import { say } from "./messages.ts";

export type PostValues = { units: PickedUnit[]; role: Role; from: string | null; until: string | null };

export const newPost = (): PostValues => ({ units: [], role: "reporter", from: today(), until: null });

type Form = {
  values: PostValues;
  errors: Record<string, ReactNode>;
  setFieldValue(field: "units", value: PickedUnit[]): void;
  setFieldValue(field: "role", value: Role): void;
  setFieldValue(field: "from" | "until", value: string | null): void;
};

/** Where, as what, from when to when. */
export function PostFields({ form }: { form: Form }) {
  const t = useText();
  const { units, role, from, until } = form.values;
  return (
    <Stack gap="sm">
      <UnitPicker
        label={t(say("unit"))}
        description={t(say("unitHint"))}
        required
        value={units}
        onChange={(picked) => form.setFieldValue("units", picked)}
        error={form.errors["units"] ?? form.errors["unitId"]}
      />
      <Radio.Group
        label={t(say("role"))}
        value={role}
        onChange={(picked) => {
          const known = roles.find((one) => one === picked);
          if (known) form.setFieldValue("role", known);
        }}
      >
        <Stack gap="xs" mt="xs">
          {roles.map((one) => (
            <Radio key={one} value={one} label={t(roleNames[one])} description={t(roleNote[one])} />
          ))}
        </Stack>
      </Radio.Group>
      <Group align="flex-start">
        <DateInput
          label={t(say("from"))}
          required
          value={from}
          onChange={(day) => form.setFieldValue("from", day)}
          error={form.errors["from"]}
        />
        <DateInput
          label={t(say("until"))}
          description={t(say("untilHint"))}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={until}
          onChange={(day) => form.setFieldValue("until", day)}
          error={form.errors["until"]}
        />
      </Group>
    </Stack>
  );
}
