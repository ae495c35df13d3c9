import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { CampaignDetail, Council, Meeting } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { asApiError } from "../shell/api-error.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { Ballots, emptyBallot, type WrittenBallot } from "./ballots.tsx";
import { say } from "./council-messages.ts";

const texts = ["attendance", "absent", "opinions", "chairName", "chairPost", "secretaryName", "secretaryPost"] as const;
type Written = Record<(typeof texts)[number] | "place" | "members" | "present", string> & {
  heldOn: string | null;
  ballots: Record<string, WrittenBallot>;
};

const writtenOf = (meeting: Meeting | null): Written => ({
  heldOn: meeting?.heldOn ?? today(),
  place: meeting?.place ?? "",
  members: meeting ? String(meeting.members) : "",
  present: meeting ? String(meeting.present) : "",
  attendance: meeting?.attendance ?? "",
  absent: meeting?.absent ?? "",
  opinions: meeting?.opinions ?? "",
  chairName: meeting?.chairName ?? "",
  chairPost: meeting?.chairPost ?? "",
  secretaryName: meeting?.secretaryName ?? "",
  secretaryPost: meeting?.secretaryPost ?? "",
  ballots: Object.fromEntries(
    (meeting?.votes ?? []).map(({ candidate, votes }) => [
      candidate.id,
      votes ? { for: String(votes.for), against: String(votes.against), blank: String(votes.blank) } : emptyBallot,
    ]),
  ),
});

const whole = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN);
const isWhole = ({ for: yes, against, blank }: WrittenBallot) => [yes, against, blank].every((each) => !Number.isNaN(whole(each)));

function inputOf(written: Written) {
  const { ballots, members, present, heldOn, ...rest } = written;
  return {
    ...rest,
    heldOn: heldOn ?? "",
    members: whole(members),
    present: whole(present),
    votes: Object.entries(ballots)
      .filter(([, ballot]) => isWhole(ballot))
      .map(([candidateId, ballot]) => ({
        candidateId,
        votes: { for: whole(ballot.for), against: whole(ballot.against), blank: whole(ballot.blank) },
      })),
  };
}

type Props = { campaign: CampaignDetail; meeting: Meeting | null; onChanged(council: Council): void };

/** The record of a meeting: saved as often as one likes, closed once the votes add up. */
export function MeetingForm({ campaign, meeting, onChanged }: Props) {
  const t = useText();
  const initial = writtenOf(meeting);
  const draft = useDraft<Written>(`award-meeting:${meeting?.id ?? campaign.id}`, initial);
  const [tried, setTried] = useState(false);
  const written = draft.value;
  const change = (part: Partial<Written>) => draft.setValue((before) => ({ ...before, ...part }));
  const keep = async (): Promise<Council> =>
    meeting
      ? api.awards.meetings.edit({ ...inputOf(written), id: meeting.id, version: meeting.version })
      : api.awards.meetings.create({ ...inputOf(written), campaignId: campaign.id });
  const save = useMutation({
    mutationFn: keep,
    onSuccess: (council) => {
      draft.clear(writtenOf(council.meetings.find(({ state }) => state === "draft") ?? null));
      onChanged(council);
      showDone(t(say("saved")));
    },
  });
  const numbers = !Number.isNaN(whole(written.members)) && !Number.isNaN(whole(written.present));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (numbers && written.heldOn) save.mutate();
  };
  const told = save.error ? asApiError(save.error).fields : {};
  const box = (key: keyof Omit<Written, "ballots" | "heldOn">, more: object = {}) => (
    <TextInput
      label={t(say(key))}
      value={written[key]}
      error={told[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      {...more}
    />
  );
  const number = (key: "members" | "present") =>
    box(key, {
      inputMode: "numeric",
      required: true,
      error: told[key] ?? (tried && Number.isNaN(whole(written[key])) ? "…" : undefined),
    });
  const area = (key: "attendance" | "absent" | "opinions") => (
    <Textarea
      label={t(say(key))}
      autosize
      minRows={key === "absent" ? 1 : 2}
      value={written[key]}
      error={told[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <form className={styles["roundForm"]} noValidate aria-label={t(say("meeting"))} onSubmit={submit}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <div className={styles["days"]}>
        <DateInput label={t(say("heldOn"))} value={written.heldOn} error={told["heldOn"]} onChange={(heldOn) => change({ heldOn })} />
        {box("place")}
        {number("members")}
        {number("present")}
        {box("chairName")}
        {box("chairPost")}
        {box("secretaryName")}
        {box("secretaryPost")}
      </div>
      {meeting && !meeting.quorum && <p className={styles["wrong"]}>{t(say("noQuorum"))}</p>}
      {area("attendance")}
      {area("absent")}
      {area("opinions")}
      {meeting && (
        <Ballots
          campaign={campaign}
          meeting={meeting}
          present={whole(written.present)}
          members={whole(written.members)}
          ballots={written.ballots}
          onChange={(ballots) => change({ ballots })}
        />
      )}
      <ErrorNote error={save.error} />
      <div className={styles["saveBar"]}>
        <Button type="submit" loading={save.isPending}>
          {t(say("save"))}
        </Button>
        {meeting && (
          <>
            <a href={`/files/awards/meetings/${meeting.id}/minutes`} className={styles["sideLink"]} download>
              {t(say("minutes"))}
            </a>
            <ConfirmButton
              variant="default"
              question={t(say("closeQuestion"))}
              consequence={t(say("closeText"))}
              confirm={t(say("close"))}
              onConfirm={async () => {
                const kept = await keep();
                onChanged(kept);
                const now = kept.meetings.find(({ id }) => id === meeting.id);
                onChanged(await api.awards.meetings.close({ id: meeting.id, version: now?.version ?? meeting.version }));
                draft.clear(initial);
              }}
            >
              {t(say("close"))}
            </ConfirmButton>
          </>
        )}
      </div>
    </form>
  );
}
