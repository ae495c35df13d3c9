import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { Invitation, Offer } from "../../../src/modules/exemplars/contract.ts";
import { contentNames, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate, showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say as sayAll } from "../messages.ts";
import { contentOrder, fieldText } from "../words.ts";
import { LinkForm } from "./link-form.tsx";
import { say } from "./messages.ts";

const parts = () => orpc.exemplars.registration;

/** What people offered through the unit's links, and the links themselves. */
export function InvitationsPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t(say("invitations"))} note={t(say("invitationsNote"))} back={{ to: "/exemplars", text: t(sayAll("toList")) }} />
      <Offers />
      <Links />
    </>
  );
}

function Offers() {
  const t = useText();
  const query = useQuery({ ...parts().offers.list.queryOptions({ input: { state: "open", page: 1 } }), refetchOnWindowFocus: true });
  return (
    <Section title={t(say("offers"))}>
      {query.isPending && <Busy rows={3} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className={styles["quiet"]}>{t(say("noOffers"))}</p>}
      <ul className={styles["offers"]}>
        {query.data?.items.map((offer) => (
          <li key={offer.id}>
            <OfferCard offer={offer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was written, and what the unit does with it. */
function OfferCard({ offer }: { offer: Offer }) {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"ask" | "setAside" | null>(null);
  const { id, version, content, unit, round, givenAt, state, question, label } = offer;
  const done = (words: string) => {
    void client.invalidateQueries({ queryKey: parts().offers.key() });
    void client.invalidateQueries({ queryKey: orpc.exemplars.list.key() });
    setAsking(null);
    showDone(words);
  };
  const [taken, setTaken] = useState<string | null>(null);
  const take = useMutation({
    mutationFn: () => api.exemplars.registration.offers.take({ id, version }),
    onSuccess: ({ exemplarId }) => {
      setTaken(exemplarId);
      void client.invalidateQueries({ queryKey: orpc.exemplars.list.key() });
      showDone(t(say("taken")));
    },
  });
  if (taken) {
    return (
      <article className={styles["saved"]}>
        <h2>{t(say("taken"))}</h2>
        <p>{content.name}</p>
        <div className={styles["buttons"]}>
          <Link to="/exemplars/$exemplarId" params={{ exemplarId: taken }} className={styles["mainLink"]}>
            {t(say("openDraft"))}
          </Link>
        </div>
      </article>
    );
  }
  return (
    <article className={styles["offer"]} aria-label={content.name}>
      <h3>{content.name}</h3>
      <p className={styles["quiet"]}>
        {facts([
          t(kindNames[content.kind]),
          t(fieldText(content.field ?? null)),
          unit.name,
          round?.title,
          label,
          t(say("givenOn", { date: showInstant(givenAt) })),
        ])}
      </p>
      {contentOrder
        .filter((key) => content.contents[key])
        .map((key) => (
          <div key={key} className={styles["content"]}>
            <h4>{t(contentNames[key].name)}</h4>
            <p>{content.contents[key]}</p>
          </div>
        ))}
      {content.place && <p>{content.place}</p>}
      {state === "asked" && (
        <div className={styles["note"]}>
          <h2>{t(say("waitsAnswer"))}</h2>
          <p>{question}</p>
        </div>
      )}
      <ErrorNote error={take.error} />
      {asking ? (
        <WordsForm
          label={t(say(asking === "ask" ? "askLabel" : "asideLabel"))}
          note={t(say(asking === "ask" ? "askText" : "asideText"))}
          act={t(say(asking === "ask" ? "ask" : "aside"))}
          onCancel={() => setAsking(null)}
          onSend={async (words) => {
            if (asking === "ask") await api.exemplars.registration.offers.ask({ id, version, question: words });
            else await api.exemplars.registration.offers.setAside({ id, version, reason: words });
            done(t(say(asking === "ask" ? "asked" : "setAside")));
          }}
        />
      ) : (
        <div className={styles["buttons"]}>
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t(say("take"))}
          </Button>
          <Button variant="default" onClick={() => setAsking("ask")}>
            {t(say("ask"))}
          </Button>
          <Button variant="default" onClick={() => setAsking("setAside")}>
            {t(say("aside"))}
          </Button>
        </div>
      )}
    </article>
  );
}

type WordsProps = { label: string; note: string; act: string; onCancel(): void; onSend(words: string): Promise<void> };

function WordsForm({ label, note, act, onCancel, onSend }: WordsProps) {
  const t = useText();
  const [words, setWords] = useState("");
  const run = useMutation({ mutationFn: () => onSend(words.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <form className={styles["acts"]} onSubmit={submit}>
      <Textarea
        label={label}
        description={note}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ErrorNote error={run.error} />
      <div className={styles["buttons"]}>
        <ActButton type="submit" loading={run.isPending} missing={[words.trim() === "" && label]}>
          {act}
        </ActButton>
        <Button variant="default" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}

function Links() {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(parts().invitations.list.queryOptions({ input: { page: 1 } }));
  const again = () => void client.invalidateQueries({ queryKey: parts().invitations.key() });
  const columns: Column<Invitation>[] = [
    {
      key: "link",
      header: t(say("columnLink")),
      onPhone: "title",
      cell: ({ label, unit, round }) => (
        <>
          <span className={styles["titleLink"]}>{label || unit.name}</span>
          <div className={styles["facts"]}>
            {label && <span>{unit.name}</span>}
            {round && <span>{round.title}</span>}
          </div>
        </>
      ),
    },
    // The last moment is the midnight after the last day.
    { key: "until", header: t(say("columnUntil")), width: "8rem", cell: ({ expiresAt }) => showDate(lastDay(expiresAt)) },
    { key: "given", header: t(say("columnGiven")), width: "7rem", cell: ({ given, most }) => `${given}/${most}` },
    {
      key: "state",
      header: t(say("columnState")),
      width: "8rem",
      cell: ({ open }) => <StateBadge tone={open ? "active" : "neutral"}>{t(say(open ? "linkOpen" : "linkClosed"))}</StateBadge>,
    },
    {
      key: "act",
      header: "",
      width: "9rem",
      cell: ({ id, version, open }) =>
        open && (
          <ConfirmButton
            question={t(say("revokeQuestion"))}
            consequence={t(say("revokeText"))}
            confirm={t(say("revoke"))}
            onConfirm={async () => {
              await api.exemplars.registration.invitations.revoke({ id, version });
              again();
              showDone(t(say("revoked")));
            }}
          >
            {t(say("revoke"))}
          </ConfirmButton>
        ),
    },
  ];
  return (
    <Section title={t(say("links"))}>
      <LinkForm onMade={again} />
      {query.isPending && <Busy rows={3} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t(say("links"))}
          rows={query.data.items}
          columns={columns}
          rowKey={({ id }) => id}
          tone={({ open }) => (open ? undefined : "quiet")}
          empty={<p className={styles["quiet"]}>{t(say("noLinks"))}</p>}
        />
      )}
    </Section>
  );
}

const lastDay = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1 + 7 * 3_600_000).toISOString().slice(0, 10);
