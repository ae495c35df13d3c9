import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { RoundDetail } from "../../../src/modules/appraisal/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import { ReasonAct } from "../../ui/reason-form.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

type Props = { round: RoundDetail; onEdit(): void; onChanged(round: RoundDetail): void };

/** What is left to do, and what this person may do about it. */
export function RoundActs({ round, onEdit, onChanged }: Props) {
  const t = useText();
  const { id, version, can, state } = round;
  const emulation = round.purpose === "emulation";
  const act = (run: () => Promise<RoundDetail>, done: "opened" | "closed" | "drawn") => async () => {
    onChanged(await run());
    showDone(t(say(done)));
  };
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {round.cancelReason && (
        <>
          <h2>{t(say("cancelledBecause"))}</h2>
          <p className={styles["quiet"]}>{round.cancelReason}</p>
        </>
      )}
      {state === "open" && can.length > 0 && <Left round={round} />}
      {can.includes("open") && (
        <ConfirmButton
          variant="filled"
          question={t(say("openQuestion"))}
          consequence={t(say("openText"))}
          confirm={t(say("open"))}
          onConfirm={act(() => api.appraisal.rounds.open({ id, version }), "opened")}
        >
          {t(say("open"))}
        </ConfirmButton>
      )}
      {can.includes("draw") && round.rubric && round.left.unassigned > 0 && round.members.length > 0 && (
        <ConfirmButton
          question={t(say("drawQuestion"))}
          consequence={t(say("drawText"))}
          confirm={t(say("draw"))}
          onConfirm={act(() => api.appraisal.rounds.draw({ id, version }), "drawn")}
        >
          {t(say("draw"))}
        </ConfirmButton>
      )}
      {round.mayMinutes && (
        <a href={`/files/appraisal-rounds/${id}/minutes`} className={styles["sideLink"]} download>
          <Icon name="download" size={18} />
          {t(say("minutes"))}
        </a>
      )}
      {can.includes("close") && (
        <ConfirmButton
          question={t(say(emulation ? "closeListQuestion" : "closeQuestion"))}
          consequence={t(say(emulation ? "closeListText" : "closeText"))}
          confirm={t(say(emulation ? "closeList" : "close"))}
          onConfirm={act(() => api.appraisal.rounds.close({ id, version }), "closed")}
        >
          {t(say(emulation ? "closeList" : "close"))}
        </ConfirmButton>
      )}
      {can.includes("edit") && (
        <Button variant="default" onClick={onEdit}>
          {t(say("edit"))}
        </Button>
      )}
      {can.includes("cancel") && (
        <ReasonAct
          confirm={t(say("cancelRound"))}
          question={t(say("cancelReason"))}
          send={(reason) => api.appraisal.rounds.cancel({ id, version, reason })}
          onDone={onChanged}
          wide
        />
      )}
      {can.includes("copy") && (state === "closed" || emulation) && <NextYear round={round} />}
      {can.length === 0 && !round.mayMinutes && state !== "closed" && <p className={styles["quiet"]}>{t(say("notYet"))}</p>}
    </aside>
  );
}

/** The same round for the next year: a draft to look over. */
function NextYear({ round: { id, title } }: Pick<Props, "round">) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <ConfirmButton
      question={t(say("copyQuestion"))}
      consequence={t(say("copyText", { title }))}
      confirm={t(say("copy"))}
      onConfirm={async () => {
        const made = await api.appraisal.rounds.copy({ id });
        await client.invalidateQueries({ queryKey: orpc.appraisal.rounds.list.key() });
        showDone(t(say("copied")));
        await navigate({ to: "/appraisal/rounds/$roundId", params: { roundId: made.id } });
      }}
    >
      {t(say("copy"))}
    </ConfirmButton>
  );
}

function Left({ round: { left, purpose } }: { round: RoundDetail }) {
  const t = useText();
  const lines = (["unsent", "unchecked", "unassigned", "unopened", "unconcluded"] as const)
    .filter((what) => left[what] > 0)
    .map((what) => t(say(what === "unsent" && purpose === "emulation" ? "left.unregistered" : `left.${what}`, { count: left[what] })));
  return (
    <>
      <h2>{t(say("left"))}</h2>
      {lines.length === 0 ? (
        <p className={styles["quiet"]}>{t(say("nothingLeft"))}</p>
      ) : (
        <ul className={styles["todo"]}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
