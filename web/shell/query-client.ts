import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { asApiError, type ApiError } from "./api-error.ts";
import { reportSessionEnded } from "./session-ended.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

const noticeEndedSession = (error: unknown) => {
  if (asApiError(error).code === "unauthenticated") reportSessionEnded();
};

/** Only what may pass by itself is tried again; a refusal stays a refusal. */
const mayPass = (error: unknown) => ["offline", "unavailable"].includes(asApiError(error).code);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      refetchOnWindowFocus: true,
      // A browser that thinks it is offline may be wrong on an office network: ask, and tell what came of it.
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});
