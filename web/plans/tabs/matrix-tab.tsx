import { useQuery } from "@tanstack/react-query";
import type { Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { MatrixView } from "../matrix-view.tsx";

export function MatrixTab({ plan }: { plan: Plan }) {
  const matrix = useQuery(orpc.plans.matrix.queryOptions({ input: { id: plan.id, edition: plan.edition } }));
  if (matrix.isPending) return <Busy rows={6} />;
  if (matrix.error) return <ErrorNote error={matrix.error} onRetry={() => void matrix.refetch()} />;
  return <MatrixView matrix={matrix.data} ours={plan.standing === "own" ? [] : plan.ours.map(({ id }) => id)} />;
}
