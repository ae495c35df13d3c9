import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../exemplars.module.css";
import { roundFromTarget } from "./from-target.ts";
import { say } from "./messages.ts";
import { RoundForm } from "./round-form.tsx";
import { newRound, type WrittenRound } from "./written.ts";

/** A round is prepared here, from nothing or from a plan's target; it opens on its own page. */
export function NewRoundPage() {
  const t = useText();
  const { plan, item } = useSearch({ from: "/staff/exemplars/rounds/new" });
  return (
    <>
      <PageHeader title={t(say("newRound"))} note={t(say("newNote"))} back={{ to: "/exemplars/rounds", text: t(say("toList")) }} />
      {plan && item ? <FromTarget planId={plan} itemId={item} /> : <Begin thing="exemplar-round:new" initial={newRound(today())} />}
    </>
  );
}

/** The year, the units and the numbers that the target names stand ready. */
function FromTarget({ planId, itemId }: { planId: string; itemId: string }) {
  const t = useText();
  const plan = useQuery(orpc.plans.get.queryOptions({ input: { id: planId } }));
  const targets = useQuery(orpc.plans.targets.queryOptions({ input: { id: planId } }));
  const error = plan.error ?? targets.error;
  if (error) return <ErrorNote error={error} onRetry={() => void (plan.error ? plan.refetch() : targets.refetch())} />;
  if (!plan.data || !targets.data) return <Busy rows={6} />;
  const label = [plan.data.number, plan.data.title].filter(Boolean).join(": ").slice(0, 300) || null;
  const initial = roundFromTarget(targets.data, { planId, itemId, label, day: today() });
  if (!initial) return <p>{t(say("targetGone"))}</p>;
  return (
    <>
      <p className={styles["quiet"]}>{t(say("fromTarget"))}</p>
      <Begin thing={`exemplar-round:new:${itemId}`} initial={initial} />
    </>
  );
}

function Begin({ thing, initial }: { thing: string; initial: WrittenRound }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <RoundForm
      thing={thing}
      initial={initial}
      send={(input) => api.exemplars.rounds.create(input)}
      onDone={({ id }) => {
        void client.invalidateQueries({ queryKey: orpc.exemplars.rounds.key() });
        showDone(t(say("saved")));
        void navigate({ to: "/exemplars/rounds/$roundId", params: { roundId: id } });
      }}
    />
  );
}
