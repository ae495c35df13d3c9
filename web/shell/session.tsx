import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, type ReactNode } from "react";
import type { Permission } from "../../src/kernel/permissions.ts";
import type { Language } from "../../src/kernel/language.ts";
import type { SessionView, UsablePost } from "../../src/modules/identity/contract.ts";
import { api, orpc } from "./api.ts";
import { useReading } from "./language.tsx";

/** Where this browser stands. Read at start, at focus, and after every change of post; public, so it never answers 401. */
export const sessionQuery = queryOptions({
  ...orpc.identity.entry.session.queryOptions(),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});

export type Person = NonNullable<SessionView["person"]>;
/** A session that is complete: somebody is signed in, second factor done. */
export type Session = SessionView & { person: Person };

export const isComplete = (view: SessionView | undefined): view is Session => view?.stage === "in" && view.person !== null;

/** A post and the lending it came by: the same post can be one's own and be lent by another. */
export const postKey = (post: UsablePost): string => `${post.postId}:${post.lendingId ?? ""}`;

const SessionContext = createContext<Session | null>(null);

/** Gives the pages below a session that is there for sure, and brings the person's own settings in. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const { setLanguage, setLargeType } = useReading();
  const { language, largeType } = session.person;
  useEffect(() => {
    setLanguage(language);
    setLargeType(largeType);
  }, [language, largeType, setLanguage, setLargeType]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The signed-in person, the post in use and the posts they may use. Only below the staff layout, where one is guaranteed. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside the staff pages");
  return session;
}

/** The post in use; null for a person without a valid post. */
export function usePost(): UsablePost | null {
  return useSession().post;
}

/**
 * Whether the post in use has a permission at all: to leave out a button that could never work.
 * The server decides; on which unit is its business.
 */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

/** Person's id for things kept in this browser (drafts): two people at one machine never see each other's. */
export function usePersonKey(): string {
  return useContext(SessionContext)?.person.id ?? "nobody";
}

export function useSwitchPost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ postId, lendingId }: UsablePost) => api.identity.entry.switchPost({ postId, lendingId }),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      // Everything else on the screen was read in the other post.
      await client.resetQueries({ predicate: (query) => query.queryHash !== JSON.stringify(sessionQuery.queryKey) });
    },
  });
}

/** Language and type size are kept with the person, so that they follow to the next machine. */
export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    // One after the other: each reads the account's version first, and two at once would refuse each other.
    scope: { id: "preferences" },
    mutationFn: async (preferences: { language?: Language; largeType?: boolean }) => {
      const { version, name, email, phone, language, largeType } = await api.identity.account.read();
      return api.identity.account.change({ version, name, email, phone, language, largeType, ...preferences });
    },
    onMutate: (preferences) => {
      client.setQueryData(sessionQuery.queryKey, (before: SessionView | undefined) =>
        before?.person ? { ...before, person: { ...before.person, ...preferences } } : before,
      );
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => api.identity.entry.signOut(),
    // A full load, so that nothing of this person stays in memory.
    onSuccess: () => window.location.assign("/app/sign-in"),
  });
}

/** Where one stands, for pages outside the staff layout. */
export function useSessionView() {
  return useQuery(sessionQuery);
}
