import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ContestForm, newContest } from "./contest-form.tsx";
import { say } from "./messages.ts";

/** A contest is prepared here; it opens on its own page. */
export function NewContestPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t(say("new"))} note={t(say("newNote"))} back={{ to: "/awards/contests", text: t(say("toList")) }} />
      <ContestForm
        thing="contest:new"
        initial={newContest()}
        send={(input) => api.awards.contests.create(input)}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: orpc.awards.contests.key() });
          showDone(t(say("saved")));
          void navigate({ to: "/awards/contests/$contestId", params: { contestId: id } });
        }}
      />
    </>
  );
}
