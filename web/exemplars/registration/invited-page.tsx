import { Button, CopyButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Invited } from "../../../src/modules/exemplars/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { useDraft } from "../../ui/draft.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../exemplars.module.css";
import { nothingWritten, type Written } from "../written.ts";
import { say } from "./messages.ts";
import { OfferForm } from "./offer-form.tsx";
import { keepReceipt, receiptAddress, receiptsHere } from "./receipts.ts";

/** Behind a unit's link: a few questions, without an account. */
export function InvitedPage() {
  const t = useText();
  const token = useLocation().hash.replace(/^#/, "");
  const query = useQuery({
    queryKey: ["invited", token],
    queryFn: () => api.exemplars.registration.offers.invited({ token }),
    enabled: token !== "",
    retry: false,
  });
  return (
    <>
      <PageHeader title={t(say("invitedTitle"))} note={query.data && t(say("invitedNote", { unit: query.data.unit }))} />
      {token === "" && <p>{t(say("linkMissing"))}</p>}
      {token !== "" && query.isPending && <Busy rows={5} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Giving key={token} token={token} invited={query.data} />}
      <Mine />
    </>
  );
}

function Giving({ token, invited }: { token: string; invited: Invited }) {
  const t = useText();
  const begin = (): Written => ({ ...nothingWritten(null), kind: invited.kinds.length === 1 ? (invited.kinds[0] ?? null) : null });
  const draft = useDraft<Written>(`offer:${token.slice(0, 12)}`, begin());
  // One press, one offer: the same key goes with every try until it is in.
  const once = useRef(crypto.randomUUID());
  const [receipt, setReceipt] = useState<string | null>(null);
  if (receipt) {
    return (
      <Given
        receipt={receipt}
        unit={invited.unit}
        onAgain={() => {
          once.current = crypto.randomUUID();
          setReceipt(null);
        }}
      />
    );
  }
  return (
    <>
      {invited.round && (
        <p className={styles["quiet"]}>{t(say("invitedRound", { title: invited.round.title, date: showDate(invited.round.closesOn) }))}</p>
      )}
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(begin())} />
      <OfferForm
        key={draft.restored ? "restored" : "new"}
        invited={invited}
        written={draft.value}
        act={t(say("give"))}
        onChange={(part) => draft.setValue((before) => ({ ...before, ...part }))}
        onSend={async (content) => {
          const made = await api.exemplars.registration.offers.give({ token, once: once.current, content });
          keepReceipt({ receipt: made.receipt, name: content.name });
          draft.clear(begin());
          setReceipt(made.receipt);
        }}
      />
    </>
  );
}

/** It is in, and how to come back to it. */
function Given({ receipt, unit, onAgain }: { receipt: string; unit: string; onAgain(): void }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const address = receiptAddress(receipt);
  return (
    <section className={styles["saved"]} aria-labelledby="given">
      <h2 id="given" ref={title} tabIndex={-1}>
        <Icon name="check" size={26} />
        {t(say("given"))}
      </h2>
      <p>{t(say("givenText", { unit }))}</p>
      <p>
        <strong>{t(say("keep"))}</strong> {t(say("keepText"))}
      </p>
      <p className={styles["address"]}>{address}</p>
      <div className={styles["buttons"]}>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button size="md" onClick={copy}>
              {t(say(copied ? "copied" : "copy"))}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" size="md" onClick={onAgain}>
          {t(say("giveAnother"))}
        </Button>
      </div>
    </section>
  );
}

/** The way back for whoever did not keep the address. */
function Mine() {
  const t = useText();
  const [mine] = useState(receiptsHere);
  if (mine.length === 0) return null;
  return (
    <section className={styles["mine"]}>
      <h2>{t(say("mineHere"))}</h2>
      <ul>
        {mine.map(({ receipt, name }) => (
          <li key={receipt}>
            <a href={receiptAddress(receipt)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
