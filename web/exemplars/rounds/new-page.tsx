import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { today } from "../../ui/dates.ts";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./messages.ts";
import { RoundForm } from "./round-form.tsx";
import { newRound } from "./written.ts";

/** A round is prepared here; it opens on its own page. */
export function NewRoundPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t(say("newRound"))} note={t(say("newNote"))} back={{ to: "/exemplars/rounds", text: t(say("toList")) }} />
      <RoundForm
        thing="exemplar-round:new"
        initial={newRound(today())}
        send={(input) => api.exemplars.rounds.create(input)}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: orpc.exemplars.rounds.key() });
          showDone(t(say("saved")));
          void navigate({ to: "/exemplars/rounds/$roundId", params: { roundId: id } });
        }}
      />
    </>
  );
}
