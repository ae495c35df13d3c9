import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ActivityDetail, ActivityInput } from "../../src/modules/activities/contract.ts";
import { asApiError, type ApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { reportSessionEnded } from "../shell/session-ended.ts";
import type { KeptPhoto } from "./kept-photos.ts";
import { sendWithPhotos } from "./send.ts";

/** One sending of an activity with its photographs: how far it is, what went wrong, a way to stop it. */
export function useSending() {
  const client = useQueryClient();
  /** From 0 to 1; null when nothing is under way. */
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const stop = useRef<AbortController>(null);

  const send = async (
    path: string,
    input: Partial<ActivityInput> & { version?: number },
    photos: readonly KeptPhoto[],
  ): Promise<ActivityDetail | null> => {
    setError(null);
    setShare(0);
    stop.current = new AbortController();
    try {
      const activity = await sendWithPhotos(path, input, photos, { onProgress: setShare, signal: stop.current.signal });
      if (activity) {
        client.setQueryData(orpc.activities.get.queryKey({ input: { id: activity.id } }), activity);
        void client.invalidateQueries({ queryKey: orpc.activities.list.key() });
        void client.invalidateQueries({ queryKey: orpc.activities.calendar.key() });
        void client.invalidateQueries({ queryKey: orpc.activities.doubles.key() });
        void client.invalidateQueries({ queryKey: ["history", "activity", activity.id] });
      }
      return activity;
    } catch (thrown) {
      const problem = asApiError(thrown);
      // Sent without the query cache, which notices this for everything else.
      if (problem.code === "unauthenticated") reportSessionEnded();
      setError(problem);
      return null;
    } finally {
      setShare(null);
    }
  };
  return { send, share, error, busy: share !== null, stop: () => stop.current?.abort(), forget: () => setError(null) };
}
