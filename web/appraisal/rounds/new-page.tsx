import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { today } from "../../ui/dates.ts";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "../messages.ts";
import { newRound, RoundForm } from "./round-form.tsx";

/** A round is prepared here; subjects and panel come on its own page. */
export function NewAppraisalPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t(say("newRound"))} note={t(say("newRoundNote"))} back={{ to: "/appraisal", text: t(say("toRounds")) }} />
      <RoundForm
        thing="appraisal-round:new"
        initial={newRound(today())}
        send={(input) => api.appraisal.rounds.create(input)}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: orpc.appraisal.rounds.key() });
          showDone(t(say("saved")));
          void navigate({ to: "/appraisal/rounds/$roundId", params: { roundId: id } });
        }}
      />
    </>
  );
}
