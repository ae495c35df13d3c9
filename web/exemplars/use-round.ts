import { useQuery } from "@tanstack/react-query";
import type { ExemplarKind } from "../../src/modules/exemplars/contract.ts";
import { orpc } from "../shell/api.ts";
import { today } from "../ui/dates.ts";
import type { Written } from "./written.ts";
import { askedByDefault } from "./words.ts";

/**
 * Rounds that are open for the post's units and take the kind, and the one that is meant: what was chosen, or, while nothing was,
 * the one that closes next of those whose window is open. `asked`: what must be there to register.
 */
export function useRound({ kind, roundId }: Pick<Written, "kind" | "roundId">) {
  const list = useQuery(orpc.exemplars.rounds.list.queryOptions({ input: { state: "open", page: 1 } }));
  const day = today();
  const takes = (kinds: readonly ExemplarKind[]) => kind === null || kinds.includes(kind);
  const offered = (list.data?.items ?? []).filter((round) => takes(round.kinds) && (round.closesOn >= day || round.id === roundId));
  const first = offered
    .filter(({ opensOn }) => opensOn <= day)
    .toSorted((one, other) => one.closesOn.localeCompare(other.closesOn))
    .at(0);
  const meant = roundId === undefined ? (first?.id ?? null) : roundId;
  const detail = useQuery({ ...orpc.exemplars.rounds.get.queryOptions({ input: { id: meant ?? "" } }), enabled: meant !== null });
  const round = meant === null ? null : (detail.data ?? null);
  return {
    offered,
    meant,
    asked: round?.asked ?? askedByDefault,
    localFields: round?.localFields ?? [],
    /** Until it is known which contents are asked for, the form waits. */
    pending: list.isPending || (meant !== null && detail.isPending),
    error: list.error ?? (meant === null ? null : detail.error),
    retry: () => void (list.error ? list.refetch() : detail.refetch()),
  };
}

export type Round = ReturnType<typeof useRound>;
