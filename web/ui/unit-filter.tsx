import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import { UnitPicker, type PickedUnit } from "./unit-picker.tsx";

/** A unit of the address: its name is asked for when one came here by a link. */
export function UnitFilter({ unitId, onChange }: { unitId: number | undefined; onChange(unitId: number | undefined): void }) {
  const t = useText();
  const [picked, setPicked] = useState<PickedUnit | null>(null);
  const known = picked?.id === unitId ? picked : null;
  const unit = useQuery({
    ...orpc.units.get.queryOptions({ input: { id: (unitId ?? 0) as never } }),
    enabled: unitId !== undefined && known === null,
  });
  const shown = known ?? (unit.data && unitId !== undefined ? { id: unitId, name: unit.data.name } : null);
  return (
    <UnitPicker
      label={t(say("filterUnit"))}
      value={shown ? [shown] : []}
      onChange={([next]) => {
        setPicked(next ?? null);
        onChange(next?.id);
      }}
    />
  );
}
