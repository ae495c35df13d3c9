import { Button, CopyButton, Group, Text } from "@mantine/core";
import { dot } from "../../../src/kernel/facts.ts";
import type { HandedLink } from "../../../src/modules/identity/contract.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { showInstant } from "../../ui/dates.ts";
import styles from "../identity.module.css";
import { QrCode } from "../qr-code.tsx";
import { say } from "./messages.ts";
import type { ShownPerson } from "./person-state.tsx";

export type Card = { person: Pick<ShownPerson, "id" | "name" | "posts">; login: string; link: HandedLink };

/**
 * Cards to cut out and hand over: who, where, how to enter in large type, the QR code and the same code to type. The links
 * are nowhere but on this page.
 */
export function CardSheet({ cards, onDone }: { cards: Card[]; onDone: () => void }) {
  const t = useText();
  return (
    <section aria-label={t(say("cardHeading"))}>
      <div className={styles["noPrint"]}>
        <Text>{t(say("cardNow"))}</Text>
        <Group mt="xs">
          <Button onClick={() => window.print()}>{t(say("print"))}</Button>
          {cards.length === 1 && cards[0] && <CopyLink url={cards[0].link.url} />}
          <Button variant="default" onClick={onDone}>
            {t(say("done"))}
          </Button>
        </Group>
      </div>
      <div className={styles["sheet"]}>
        {cards.map((card) => (
          <OneCard key={card.person.id} card={card} />
        ))}
      </div>
    </section>
  );
}

function CopyLink({ url }: { url: string }) {
  const t = useText();
  return (
    <CopyButton value={url} timeout={3000}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {t(say(copied ? "copied" : "copy"))}
        </Button>
      )}
    </CopyButton>
  );
}

function OneCard({ card: { person, login, link } }: { card: Card }) {
  const t = useText();
  const post = person.posts.find(({ state }) => state !== "past");
  return (
    <article className={styles["card"]}>
      <p className={styles["cardFoot"]}>{t(say("cardHeading"))}</p>
      <h2 className={styles["cardName"]}>{person.name}</h2>
      {post && (
        <p className={styles["cardUnit"]}>
          {t(roleNames[post.role])}
          {dot}
          {post.unit.name}
        </p>
      )}
      <div className={styles["cardBody"]}>
        <QrCode text={link.url} label={t(say("cardQr", { name: person.name }))} />
        <ol className={styles["cardSteps"]}>
          <li>
            {t(say("cardScan"))}, {t(say("cardOpen", { page: link.page.replace(/^https?:\/\//, "") }))}
          </li>
          <li>{t(say("cardChoose"))}</li>
        </ol>
      </div>
      <div>
        {t(say("cardCode"))}: <code className={styles["cardCode"]}>{link.code}</code>
      </div>
      <div>
        {t(say("cardLogin"))}: <strong>{login}</strong>
      </div>
      <p className={styles["cardFoot"]}>{t(say("cardUntil", { date: showInstant(link.expiresAt) }))}</p>
    </article>
  );
}
