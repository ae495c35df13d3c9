import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Life } from "../../../src/modules/exemplars/life/contract.ts";
import { orpc } from "../../shell/api.ts";

export const useLife = (id: string) => useQuery({ ...orpc.exemplars.life.get.queryOptions({ input: { id } }), refetchOnWindowFocus: true });

/** What an act answers takes the place of what stood there; the page around it and the lists look again. */
export function useLifeChange(id: string): (life: Life) => void {
  const client = useQueryClient();
  return (life) => {
    client.setQueryData(orpc.exemplars.life.get.queryKey({ input: { id } }), life);
    void client.invalidateQueries({ queryKey: orpc.exemplars.get.key() });
    void client.invalidateQueries({ queryKey: orpc.exemplars.list.key() });
    void client.invalidateQueries({ queryKey: ["history", "exemplar", id] });
  };
}
