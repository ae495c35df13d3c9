import { Link } from "@tanstack/react-router";
import type { SubjectRow } from "../../../src/modules/appraisal/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "../messages.ts";

/** Where what is rated can be read whole: a judge looks at the model itself, not only at what its unit says of it. */
export function ThingLink({ subject: { kind, ref } }: { subject: Pick<SubjectRow, "kind" | "ref"> }) {
  const t = useText();
  if (kind !== "exemplar") return null;
  return (
    <Link to="/exemplars/$exemplarId" params={{ exemplarId: ref }} target="_blank">
      {t(say("openExemplar"))}
    </Link>
  );
}
