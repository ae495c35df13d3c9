import type { RoundDetail } from "../../../src/modules/exemplars/contract.ts";
import { kindNames } from "../../../src/modules/exemplars/messages.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";

/** Where allotments differ from what the plan names, kind by kind. */
export function SumLines({ sums }: { sums: RoundDetail["sums"] }) {
  const t = useText();
  return (
    <ul>
      {sums.map(({ kind, count, allotted }) => (
        <li key={kind}>{t(say("sumLine", { kind: t(kindNames[kind]), count, allotted }))}</li>
      ))}
    </ul>
  );
}
