import { Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { Peers } from "../../../src/modules/exemplars/learning/contract.ts";
import { fieldTitles } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

/** What units like the own one carry out, why these, and some to learn from; below, the tags that are suggested. */
export function PeersPage() {
  const t = useText();
  const query = useQuery(orpc.exemplars.learning.peers.queryOptions());
  return (
    <>
      <PageHeader title={t(say("peersTitle"))} note={t(say("peersNote"))} back={{ to: "/exemplars", text: t(say("toList")) }} />
      {query.isPending && <Busy rows={5} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data &&
        (query.data.themes.length === 0 && query.data.fields.length === 0 ? (
          <EmptyState title={t(say("peersFew"))}>{t(say("peersFewText"))}</EmptyState>
        ) : (
          <Usual peers={query.data} />
        ))}
      <Tags />
    </>
  );
}

function Usual({ peers: { like, fields, themes, examples } }: { peers: Peers }) {
  const t = useText();
  const kind = t(say(`area.${like.area ?? "none"}`));
  const where = t(like.province === null ? say("everywhere") : say("inProvince", { name: like.province }));
  const { units, parts, from, to, since } = like;
  const rows = (title: string, all: readonly { key: string; name: string; units: number; own: number }[]) => (
    <div>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" data-number>
              {t(say("peersUnits"))}
            </th>
            <th scope="col" data-number>
              {t(say("peersOwn"))}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((each) => (
            <tr key={each.key}>
              <td>{each.name}</td>
              <td data-number>{t(say("ofUnits", { count: each.units, all: units }))}</td>
              <td data-number>{each.own || t(say("ownNone"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <>
      <p>{t(say("peersWhy", { units, kind, parts, from, to, where, since }))}</p>
      <div className={styles["spread"]}>
        {rows(
          t(say("peersThemes")),
          themes.map(({ theme, ...rest }) => ({ key: theme, name: theme, ...rest })),
        )}
        {rows(
          t(say("peersFields")),
          fields.map(({ field, ...rest }) => ({ key: field, name: t(fieldTitles[field]), ...rest })),
        )}
      </div>
      {examples.length > 0 && (
        <Section title={t(say("examples"))} note={t(say("examplesNote"))}>
          <ul className={styles["studies"]}>
            {examples.map(({ id, name, lead, theme }) => (
              <li key={id}>
                <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} search={{ tab: "learning" }} className={styles["link"]}>
                  {name}
                </Link>
                <span className={styles["quiet"]}>
                  {lead.name}
                  {dot}
                  {theme}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const kinds = ["study", "campaign", "theme"] as const;

function Tags() {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(orpc.exemplars.learning.tagList.queryOptions());
  const [kind, setKind] = useState<(typeof kinds)[number]>("campaign");
  const [name, setName] = useState("");
  const refresh = () => {
    void client.invalidateQueries({ queryKey: orpc.exemplars.learning.tagList.key() });
    void client.invalidateQueries({ queryKey: orpc.exemplars.words.key() });
  };
  const add = useMutation({
    mutationFn: () => api.exemplars.learning.addTag({ kind, name: name.trim() }),
    onSuccess: () => {
      setName("");
      refresh();
      showDone(t(say("tagAdded")));
    },
  });
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data?.mayAdd) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Section title={t(say("tags"))} note={t(say("tagsNote"))}>
      <ul className={styles["studies"]}>
        {query.data.items.map((tag) => (
          <li key={tag.id}>
            <strong>{tag.name}</strong>
            <span className={styles["quiet"]}>
              {t(say(`tag.${tag.kind}`))}
              {dot}
              {tag.body?.name ?? t(say("everybody"))}
            </span>
            {tag.mayRemove && (
              <ConfirmButton
                variant="default"
                size="xs"
                question={`${t(say("remove"))}: ${tag.name}`}
                consequence={t(say("tagsNote"))}
                confirm={t(say("remove"))}
                onConfirm={async () => {
                  await api.exemplars.learning.removeTag({ id: tag.id });
                  refresh();
                }}
              >
                {t(say("remove"))}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      <form className={styles["form"]} onSubmit={submit}>
        <div className={styles["pair"]}>
          <Select
            label={t(say("tagKind"))}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(say(`tag.${value}`)) }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((each) => each === value) ?? "campaign")}
          />
          <TextInput label={t(say("tagName"))} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </div>
        <ErrorNote error={add.error} />
        <div className={styles["buttons"]}>
          <ActButton type="submit" variant="default" loading={add.isPending} missing={[name.trim() === "" && t(say("tagName"))]}>
            {t(say("addTag"))}
          </ActButton>
        </div>
      </form>
    </Section>
  );
}
