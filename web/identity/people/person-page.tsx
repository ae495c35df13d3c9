import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonId } from "../../../src/kernel/ids.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../identity.module.css";
import { AccessSection } from "./access-section.tsx";
import { CardSheet, type Card } from "./card-sheet.tsx";
import { DetailsSection } from "./details-section.tsx";
import { say } from "./messages.ts";
import { PersonStateBadge } from "./person-state.tsx";
import { phoneLink } from "./phone-link.tsx";
import { PostsSection } from "./posts-section.tsx";

/** One person: posts, details, the way in. What the reader may not change is not offered. */
export function PersonPage() {
  const t = useText();
  const may = useMay();
  const { personId } = useParams({ from: "/staff/people/$personId" });
  const id = personId as PersonId;
  const person = useQuery(orpc.identity.people.read.queryOptions({ input: { id } }));
  const [card, setCard] = useState<Card | null>(null);

  if (person.isPending) return <Busy rows={5} />;
  if (person.error) return <ErrorNote error={person.error} onRetry={() => void person.refetch()} />;
  const { name, state, phone, email, managed } = person.data;
  return (
    <>
      <div className={card ? styles["noPrint"] : undefined}>
        <PageHeader title={name} badge={<PersonStateBadge state={state} />} back={{ to: "/people", text: t(say("back")) }} />
      </div>
      {card ? (
        <CardSheet cards={[card]} onDone={() => setCard(null)} />
      ) : (
        <>
          <PostsSection person={person.data} />
          {managed ? (
            <>
              <DetailsSection key={person.data.version} person={person.data} login={managed.login} />
              <AccessSection person={person.data} managed={managed} onCard={setCard} />
            </>
          ) : (
            <>
              <KeyValue
                items={[
                  [t(say("phone")), phoneLink(phone)],
                  [t(say("email")), email],
                ]}
              />
              {may("person:manage") && <Text my="md">{t(say("notManaged"))}</Text>}
            </>
          )}
          <HistoryPanel kind="person" id={personId} />
        </>
      )}
    </>
  );
}
