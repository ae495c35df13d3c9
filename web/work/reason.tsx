import { Link } from "@tanstack/react-router";
import type { WorkRow } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";

/** Which clause of which document asks for it; leads to the very line where the reader may open the document. */
export function Reason({ work }: { work: Pick<WorkRow, "because" | "origin"> }) {
  const t = useText();
  const { because, origin } = work;
  const words = [because.label ?? t(say("thePlan")), origin.clause && t(say("clause", { clause: origin.clause }))]
    .filter(Boolean)
    .join(", ");
  if (!because.readable || !origin.documentId) return <span>{words}</span>;
  return (
    <Link to="/documents/$documentId/review" params={{ documentId: origin.documentId }} search={{ line: origin.line ?? undefined }}>
      {words}
    </Link>
  );
}
