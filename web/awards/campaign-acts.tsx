import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CampaignDetail } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { ReasonForm } from "../ui/reason-form.tsx";
import { say } from "./messages.ts";

type Props = { campaign: CampaignDetail; onEdit(): void; onChanged(campaign: CampaignDetail): void };
type Move = Parameters<typeof api.awards.campaigns.move>[0]["act"];

/** What can be done with the campaign now. */
export function CampaignActs({ campaign, onEdit, onChanged }: Props) {
  const t = useText();
  const [cancelling, setCancelling] = useState(false);
  const { id, version, can, doubts, state } = campaign;
  const move = (act: Move, reason?: string) => api.awards.campaigns.move({ id, version, act, ...(reason ? { reason } : {}) });
  const done = (changed: CampaignDetail) => {
    setCancelling(false);
    onChanged(changed);
    showDone(t(say("done")));
  };
  const direct = useMutation({ mutationFn: (act: "open" | "reopen") => move(act), onSuccess: done });
  const asked = (act: "council" | "close") => (
    <ConfirmButton
      variant={act === "council" ? "filled" : "default"}
      question={t(say(`${act}Question`))}
      consequence={t(say(`${act}Text`))}
      confirm={t(say(`do.${act}`))}
      onConfirm={async () => done(await move(act))}
    >
      {t(say(`do.${act}`))}
    </ConfirmButton>
  );
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {campaign.cancelReason && (
        <div className={styles["note"]}>
          <h2>{t(say("cancelled"))}</h2>
          <p>{campaign.cancelReason}</p>
        </div>
      )}
      {doubts.length > 0 && (state === "draft" || state === "open") && (
        <div className={styles["note"]} data-tone="attention">
          <h2>{t(say("doubt"))}</h2>
          {doubts.map((doubt) => (
            <p key={doubt.code}>{t(say(doubt.kind === "unsure" ? "doubtUnsure" : "doubtNotNamed", doubt))}</p>
          ))}
        </div>
      )}
      {cancelling ? (
        <ReasonForm
          confirm={t(say("do.cancel"))}
          back={t(say("back"))}
          question={t(say("reason"))}
          send={(reason) => move("cancel", reason)}
          onDone={done}
          onCancel={() => setCancelling(false)}
        />
      ) : (
        <div className={styles["acts"]}>
          <ErrorNote error={direct.error} />
          {can.includes("open") && (
            <Button loading={direct.isPending} onClick={() => direct.mutate("open")}>
              {t(say("open"))}
            </Button>
          )}
          {campaign.mayPropose && (
            <Link
              to="/awards/$campaignId/propose"
              params={{ campaignId: id }}
              className={styles[campaign.manages ? "sideLink" : "mainLink"]}
            >
              {t(say("propose"))}
            </Link>
          )}
          {can.includes("council") && asked("council")}
          {campaign.manages && (state === "council" || state === "decided" || state === "closed") && (
            <Link to="/awards/$campaignId/council" params={{ campaignId: id }} className={styles["mainLink"]}>
              {t(say("toCouncil"))}
            </Link>
          )}
          {campaign.mayPropose && (
            <a href={`/files/awards/campaigns/${id}/submission`} className={styles["sideLink"]} download>
              {t(say("submission"))}
            </a>
          )}
          {can.includes("edit") && (
            <Button variant="default" onClick={onEdit}>
              {t(say("edit"))}
            </Button>
          )}
          {can.includes("reopen") && (
            <Button variant="default" loading={direct.isPending} onClick={() => direct.mutate("reopen")}>
              {t(say("do.reopen"))}
            </Button>
          )}
          {can.includes("close") && asked("close")}
          {can.includes("cancel") && (
            <Button variant="default" onClick={() => setCancelling(true)}>
              {t(say("do.cancel"))}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}
