import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ExemplarPictures } from "../../../src/modules/exemplars/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showDone } from "../../ui/notices.ts";
import { say } from "./messages.ts";

/** Asked again while the server still works on one. */
export const usePictures = (id: string) =>
  useQuery({
    ...orpc.exemplars.pictures.list.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ state: of }) => of === "quarantined") ? 1500 : false),
  });

/** Takes what an act answered in, and tells the rest of the page that there is news. */
export function useChanged(id: string) {
  const client = useQueryClient();
  return (pictures: ExemplarPictures) => {
    client.setQueryData(orpc.exemplars.pictures.list.queryKey({ input: { id } }), pictures);
    void client.invalidateQueries({ queryKey: ["history", "exemplar", id] });
  };
}

/**
 * One act on the pictures: its answer is the new list. A change in between brings the current list along, which is shown;
 * its error then says to look and do it again.
 */
export function useAct<Input>(id: string, act: (input: Input) => Promise<ExemplarPictures>, done?: "saved" | "blurSaved" | "takenOut") {
  const t = useText();
  const changed = useChanged(id);
  return useMutation({
    mutationFn: act,
    onSuccess: (pictures) => {
      changed(pictures);
      if (done) showDone(t(say(done)));
    },
    onError: (error) => {
      const { code, details } = asApiError(error);
      if (code === "conflict" && details["current"]) changed(details["current"] as ExemplarPictures);
    },
  });
}

export const fileOf = (picture: { id: string }, size: string): string => `/files/exemplars/pictures/${picture.id}/${size}`;
