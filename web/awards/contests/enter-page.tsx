import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { EntryForm } from "./entry-form.tsx";
import { say } from "./messages.ts";

/** Entering a contest for one's own unit. */
export function EnterPage() {
  const t = useText();
  const { contestId } = useParams({ from: "/staff/awards/contests/$contestId/enter" });
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useQuery(orpc.awards.contests.get.queryOptions({ input: { id: contestId } }));
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const { title, kinds } = query.data;
  return (
    <>
      <PageHeader title={t(say("enter"))} note={title} back={{ to: `/awards/contests/${contestId}`, text: t(say("toContest")) }} />
      <EntryForm
        thing={`contest-entry:${contestId}`}
        kinds={kinds}
        initial={{ kind: kinds[0] ?? "work", title: "", text: "", team: "", exemplar: null }}
        save={(input) => api.awards.contests.enter({ ...input, contestId })}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: orpc.awards.contests.key() });
          showDone(t(say("saved")));
          void navigate({ to: "/awards/contests/entries/$entryId", params: { entryId: id } });
        }}
      />
    </>
  );
}
