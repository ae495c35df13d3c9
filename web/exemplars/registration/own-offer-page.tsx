import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { OwnOffer } from "../../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../../src/modules/exemplars/messages.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../exemplars.module.css";
import { contentOrder } from "../words.ts";
import { say } from "./messages.ts";
import { OfferForm, writtenOfOffer } from "./offer-form.tsx";

const tones: Record<OwnOffer["state"], Tone> = { waiting: "active", asked: "attention", taken: "good", "set-aside": "neutral" };

/** What somebody sent through a link, for whoever holds its receipt. */
export function OwnOfferPage() {
  const t = useText();
  const client = useQueryClient();
  const receipt = useLocation().hash.replace(/^#/, "");
  const key = ["own-offer", receipt];
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.exemplars.registration.offers.own({ receipt }),
    enabled: receipt !== "",
    retry: false,
  });
  if (receipt === "") return <p>{t(say("linkMissing"))}</p>;
  if (query.isPending) return <Busy rows={5} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const offer = query.data;
  const { state, content, invited } = offer;
  return (
    <>
      <PageHeader
        title={content.name}
        note={`${t(say("ownTitle"))}${dot}${invited.unit}`}
        badge={<StateBadge tone={tones[state]}>{t(say(`own.${state}`))}</StateBadge>}
      />
      <div className={styles["note"]} data-tone={state === "asked" ? "attention" : undefined}>
        {state === "asked" && <h2>{offer.question}</h2>}
        <p>{t(say(`ownText.${state}`))}</p>
        {state === "set-aside" && <p>{offer.reason}</p>}
        {state === "taken" && <p>{t(say(standing(offer)))}</p>}
      </div>
      {state === "waiting" || state === "asked" ? (
        <Amend
          key={`${offer.state}${offer.question}`}
          offer={offer}
          receipt={receipt}
          onDone={(changed) => {
            client.setQueryData(key, changed);
            showDone(t(say("sentAgain")));
          }}
        />
      ) : (
        <section aria-label={t(say("yourWords"))}>
          {contentOrder
            .filter((each) => content.contents[each])
            .map((each) => (
              <div key={each} className={styles["content"]}>
                <h3>{t(contentNames[each].name)}</h3>
                <p>{content.contents[each]}</p>
              </div>
            ))}
        </section>
      )}
    </>
  );
}

function standing({ registration }: OwnOffer) {
  if (registration === "registered" || registration === "returned") return "registrationSent" as const;
  if (registration === "accepted") return "registrationAccepted" as const;
  return registration === "draft" ? ("registrationDraft" as const) : ("registrationOver" as const);
}

function Amend({ offer, receipt, onDone }: { offer: OwnOffer; receipt: string; onDone(offer: OwnOffer): void }) {
  const t = useText();
  const [written, setWritten] = useState(() => writtenOfOffer(offer.content));
  return (
    <OfferForm
      invited={offer.invited}
      written={written}
      act={t(say("sendAgain"))}
      onChange={(part) => setWritten((before) => ({ ...before, ...part }))}
      onSend={async (content) => onDone(await api.exemplars.registration.offers.amend({ receipt, content }))}
    />
  );
}
