import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { SessionView } from "../../src/modules/identity/contract.ts";
import { DemoBar } from "../demo/demo-bar.tsx";
import { Busy } from "../ui/busy.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Header } from "./header.tsx";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import { BottomBar, SideNavigation } from "./navigation-bars.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { SessionEndedDialog } from "./session-ended-dialog.tsx";
import { reportSessionEnded } from "./session-ended.ts";
import { isComplete, SessionProvider, sessionQuery, type Session } from "./session.tsx";
import { useFocusOnNavigation } from "./focus.ts";
import styles from "./shell.module.css";

/** Reads the session, then puts the shell around the page. Without a session: to the sign-in page, and back afterwards. */
export function StaffLayout() {
  const { data: session, error, isPending, refetch } = useQuery(sessionQuery);
  // Once a page stands, a session that ends does not take it away: the dialog asks to sign in again.
  const kept = useKeptSession(session);

  if (kept) {
    return (
      <SessionProvider session={kept}>
        <Shell session={kept} />
      </SessionProvider>
    );
  }
  if (isPending) return <Busy />;
  if (error)
    return (
      <main className={styles["alone"]}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </main>
    );
  return <ToSignIn />;
}

/** Goes to the sign-in page once, and takes along where to come back to. */
function ToSignIn() {
  const navigate = useNavigate();
  const [next] = useState(useRouterState({ select: ({ location }) => location.href }));
  useEffect(() => {
    void navigate({ to: "/sign-in", search: { next }, replace: true });
  }, [navigate, next]);
  return null;
}

let lastSession: Session | null = null;

function useKeptSession(view: SessionView | undefined): Session | null {
  const session = isComplete(view) ? view : null;
  const ended = view !== undefined && session === null && lastSession !== null;
  useEffect(() => {
    if (session) lastSession = session;
    if (ended) reportSessionEnded();
  }, [session, ended]);
  return session ?? lastSession;
}

function Shell({ session }: { session: Session }) {
  const t = useText();
  useFocusOnNavigation();
  return (
    <div className={styles["frame"]}>
      <a className={styles["skip"]} href="#main">
        {t(say("skip"))}
      </a>
      <Header />
      <SideNavigation />
      <main id="main" tabIndex={-1} className={styles["main"]}>
        <OfflineBar />
        <DemoBar />
        {session.post === null ? <EmptyState title={t(say("noPostTitle"))}>{t(say("noPostText"))}</EmptyState> : <Outlet />}
      </main>
      <BottomBar />
      <SessionEndedDialog />
    </div>
  );
}
