import { Alert, Button, Checkbox, Select, Textarea } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../src/kernel/facts.ts";
import type { Choice, Part, Preview, PublicationKind } from "../../src/modules/portal/contract.ts";
import { publicationNames } from "../../src/modules/portal/messages.ts";
import { orpc } from "../shell/api.ts";
import { useReading, useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { Busy } from "../ui/busy.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showInstant } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { PublicState } from "./list-page.tsx";
import { say } from "./messages.ts";
import styles from "./portal.module.css";
import { VotesSection } from "./votes-section.tsx";

/** One thing: what would be public of it, the preview, opening and taking back. */
export function PublicationPage() {
  const t = useText();
  const { kind, thingId } = useParams({ from: "/staff/publications/$kind/$thingId" });
  const [choice, setChoice] = useState<Choice | null>(null);
  const preview = useQuery({
    ...orpc.portal.preview.queryOptions({ input: { kind: kind as PublicationKind, thingId, ...(choice ? { choice } : {}) } }),
    placeholderData: keepPreviousData,
  });
  if (preview.isPending) return <Busy rows={8} />;
  if (preview.error) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />;
  const { title, unitName, publication, changed } = preview.data;
  const state = publication?.state;
  return (
    <>
      <PageHeader
        title={title}
        note={`${t(publicationNames[kind] ?? { vi: kind, en: kind })}${dot}${unitName}`}
        badge={state && <PublicState state={state} />}
        back={{ to: "/publications", text: t(say("title")) }}
      />
      {changed && state === "open" && (
        <Alert color="amber" className={styles["alert"]}>
          {t(say("changed"))}
        </Alert>
      )}
      {state === "hidden" && (
        <Alert color="amber" className={styles["alert"]}>
          {t(say("hidden"))}
        </Alert>
      )}
      <div className={styles["columns"]}>
        <aside className={styles["aside"]}>
          <Opening preview={preview.data} choice={choice ?? preview.data.choice} onChoice={setChoice} />
          <Closing preview={preview.data} />
        </aside>
        <div>
          <Parts preview={preview.data} choice={choice ?? preview.data.choice} onChoice={setChoice} />
          {kind === "contest" && <VotesSection contestId={thingId} />}
          <Standing preview={preview.data} />
        </div>
      </div>
    </>
  );
}

type Props = { preview: Preview; choice: Choice; onChoice(choice: Choice): void };

const groups = ["picture", "content", "goal", "item"] as const;

/** Every part with a tick; a picture is chosen, the rest is left out. */
function Parts({ preview: { parts, kind }, choice, onChoice }: Props) {
  const t = useText();
  if (parts.length === 0) return null;
  const isShown = ({ id, group }: Part) => (group === "picture" ? choice.pictures.includes(id) : !choice.leftOut.includes(id));
  const turn = ({ id, group }: Part, on: boolean) => {
    const without = (list: string[]) => list.filter((each) => each !== id);
    if (group === "picture") onChoice({ ...choice, pictures: on ? [...without(choice.pictures), id] : without(choice.pictures) });
    else onChoice({ ...choice, leftOut: on ? without(choice.leftOut) : [...without(choice.leftOut), id] });
  };
  return (
    <Section title={t(say("parts"))} note={t(say("partsNote"))}>
      {groups
        .map((group) => ({ group, own: parts.filter((part) => part.group === group) }))
        .filter(({ own, group }) => own.length > 0 || (group === "picture" && kind === "exemplar"))
        .map(({ group, own }) => (
          <fieldset key={group} className={styles["group"]}>
            <legend>{t(say(group))}</legend>
            {group === "picture" && <p className={styles["quiet"]}>{t(say(own.length === 0 ? "noPictures" : "pictureNote"))}</p>}
            <ul className={group === "picture" ? styles["pictures"] : styles["parts"]}>
              {own.map((part) => (
                <li key={part.id}>
                  <Checkbox
                    checked={isShown(part)}
                    onChange={(event) => turn(part, event.currentTarget.checked)}
                    label={part.label}
                    description={part.thumb ? undefined : part.text}
                  />
                  {part.thumb && <img src={part.thumb} alt={part.text || part.label} loading="lazy" width={200} height={150} />}
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
    </Section>
  );
}

function Opening({ preview, choice, onChoice }: Props) {
  const t = useText();
  const { language } = useReading();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { kind, thingId, blocked, notes, needsConsent, page, publication } = preview;
  const open = useMutation(
    orpc.portal.open.mutationOptions({
      onSuccess: async () => {
        setReason("");
        showDone(t(say("opened")));
        await client.invalidateQueries({ queryKey: orpc.portal.key() });
      },
    }),
  );
  const consent = choice.consent ?? { on: "", how: "paper" as const };
  const address = `${page}?${new URLSearchParams({ choice: JSON.stringify(choice), lang: language })}`;
  return (
    <section className={styles["box"]} aria-label={t(say("openIt"))}>
      {notes.length > 0 && (
        <>
          <h2 className={styles["boxTitle"]}>{t(say("lookAt"))}</h2>
          <ul className={styles["notes"]}>
            {notes.map((note) => (
              <li key={note.vi}>{t(note)}</li>
            ))}
          </ul>
        </>
      )}
      {needsConsent && (
        <fieldset className={styles["group"]}>
          <legend>{t(say("consent"))}</legend>
          <DateInput
            label={t(say("consentOn"))}
            value={consent.on || null}
            onChange={(on) => onChoice({ ...choice, consent: on ? { on, how: consent.how } : null })}
          />
          <Select
            label={t(say("consentHow"))}
            value={consent.how}
            allowDeselect={false}
            data={(["paper", "minutes"] as const).map((value) => ({ value, label: t(say(value)) }))}
            onChange={(how) => how && consent.on && onChoice({ ...choice, consent: { on: consent.on, how: how as "paper" | "minutes" } })}
          />
        </fieldset>
      )}
      {blocked ? (
        <p className={styles["blocked"]} role="status">
          {t(blocked)}
        </p>
      ) : (
        <>
          <a href={address} target="_blank" rel="noreferrer" className={styles["sideLink"]}>
            {t(say("preview"))}
          </a>
          <Textarea
            label={t(say("reason"))}
            description={t(say("reasonHint"))}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          {open.error && <ErrorNote error={open.error} />}
          <ActButton
            loading={open.isPending}
            missing={[reason.trim() === "" && t(say("reason"))]}
            onClick={() => open.mutate({ kind, thingId, choice, reason, ...(publication ? { version: publication.version } : {}) })}
          >
            {t(say(publication && publication.state !== "closed" ? "restate" : "openIt"))}
          </ActButton>
        </>
      )}
    </section>
  );
}

function Closing({ preview: { publication } }: { preview: Preview }) {
  const t = useText();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const close = useMutation(
    orpc.portal.close.mutationOptions({
      onSuccess: async () => {
        setAsked(false);
        setReason("");
        showDone(t(say("closedDone")));
        await client.invalidateQueries({ queryKey: orpc.portal.key() });
      },
    }),
  );
  if (!publication || publication.state === "closed") return null;
  return (
    <section className={styles["box"]} aria-label={t(say("close"))}>
      {publication.state === "open" && (
        <a href={publication.path} target="_blank" rel="noreferrer">
          {t(say("publicPage"))}
        </a>
      )}
      {asked ? (
        <>
          <p className={styles["quiet"]}>{t(say("closeNote"))}</p>
          <Textarea
            label={t(say("closeReason"))}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={1000}
          />
          {close.error && <ErrorNote error={close.error} />}
          <div className={styles["buttons"]}>
            <ActButton
              variant="default"
              loading={close.isPending}
              missing={[reason.trim() === "" && t(say("closeReason"))]}
              onClick={() => close.mutate({ id: publication.id, version: publication.version, reason })}
            >
              {t(say("close"))}
            </ActButton>
            <Button variant="subtle" onClick={() => setAsked(false)}>
              {t(say("cancel"))}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t(say("close"))}
        </Button>
      )}
    </section>
  );
}

function Standing({ preview: { publication } }: { preview: Preview }) {
  const t = useText();
  if (!publication) return null;
  const { openedBy, openedAt, reason, closedBy, closedAt, closedReason, id } = publication;
  return (
    <Section title={t(say("by"))}>
      <KeyValue
        items={[
          [t(say("stateOpen")), t(say("whoWhen", { who: openedBy, when: showInstant(openedAt) }))],
          [t(say("whyOpen")), reason],
          ...(closedAt && closedBy
            ? ([
                [t(say("stateClosed")), t(say("whoWhen", { who: closedBy, when: showInstant(closedAt) }))],
                [t(say("whyClosed")), closedReason ?? ""],
              ] as [string, string][])
            : []),
        ]}
      />
      <HistoryPanel kind="publication" id={id} />
    </Section>
  );
}
