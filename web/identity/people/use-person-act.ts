import { useQueryClient } from "@tanstack/react-query";
import type { PersonId } from "../../../src/kernel/ids.ts";
import { orpc } from "../../shell/api.ts";

/** After an act on a person: the answer is the person as they are now; lists are read anew. */
export function useTakeOver(id: PersonId): (person: unknown) => Promise<void> {
  const client = useQueryClient();
  return async (person) => {
    client.setQueryData(orpc.identity.people.read.queryKey({ input: { id } }), person as never);
    await client.invalidateQueries({ queryKey: orpc.identity.people.list.key() });
  };
}
