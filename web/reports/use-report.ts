import { useMutation, useQuery, useQueryClient, keepPreviousData } from "@tanstack/react-query";
import type { BlockChange, Report } from "../../src/modules/reports/contract.ts";
import { api, orpc } from "../shell/api.ts";

export type ViewMode = "draft" | "official";

export const useReport = (id: string) => useQuery({ ...orpc.reports.get.queryOptions({ input: { id } }), refetchOnWindowFocus: true });

export const usePreview = (id: string, mode: ViewMode) =>
  useQuery({ ...orpc.reports.preview.queryOptions({ input: { id, mode } }), placeholderData: keepPreviousData });

/** After any act that answers with the report: it stands at once, and what is derived from it is read again. */
export function useTakeReport(id: string): (report: Report) => void {
  const client = useQueryClient();
  return (report) => {
    client.setQueryData(orpc.reports.get.queryKey({ input: { id } }), report);
    void client.invalidateQueries({ queryKey: orpc.reports.preview.key() });
    void client.invalidateQueries({ queryKey: orpc.reports.list.key() });
    void client.invalidateQueries({ queryKey: ["history", "report", id] });
  };
}

/** Changes of blocks, one after the other: two at once would refuse each other over nothing. */
export function useChange(id: string) {
  const take = useTakeReport(id);
  return useMutation({
    scope: { id: `report:${id}` },
    mutationFn: (changes: BlockChange[]) => api.reports.change({ id, changes }),
    onSuccess: take,
  });
}
