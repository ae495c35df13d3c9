import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { LendingSection } from "./lending-section.tsx";
import { say } from "./messages.ts";
import { PasswordSection } from "./password-section.tsx";
import { PostsSection } from "./posts-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** Everything about oneself on one page, the everyday first. */
export function AccountPage() {
  const t = useText();
  const account = useQuery(orpc.identity.account.read.queryOptions());
  return (
    <>
      <PageHeader title={t(say("title"))} note={account.data && t(say("loginIs", { login: account.data.login }))} />
      {account.isPending && <Busy rows={6} />}
      {account.error && <ErrorNote error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <>
          <PostsSection />
          <LendingSection />
          {/* A new version comes as a new form, so that what stands in it is what will be saved over. */}
          <ProfileSection key={account.data.version} account={account.data} />
          <PasswordSection account={account.data} />
          <SecondFactorSection account={account.data} />
          <SessionsSection />
        </>
      )}
    </>
  );
}
