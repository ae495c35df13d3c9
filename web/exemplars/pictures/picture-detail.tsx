import { Button, Checkbox, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ExemplarPicture } from "../../../src/modules/exemplars/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { BlurEditor } from "./blur-editor.tsx";
import { ConsentSection } from "./consent-section.tsx";
import { standingOf } from "./gallery.tsx";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";
import { ReasonButton } from "./reason-button.tsx";
import { ShowsChoice } from "./shows-choice.tsx";
import { fileOf, useAct } from "./use-pictures.ts";

type Props = { exemplarId: string; picture: ExemplarPicture; onBack(): void };

/** One picture: what it shows, who agreed, what is covered. */
export function PictureDetail({ exemplarId, picture, onBack }: Props) {
  const t = useText();
  const [covering, setCovering] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const can = (act: ExemplarPicture["can"][number]) => picture.can.includes(act);
  const takeOut = useAct(exemplarId, api.exemplars.pictures.takeOut, "takenOut");
  const standing = standingOf(picture);
  const at = { id: exemplarId, picture: picture.id, version: picture.version };
  return (
    <div className={styles["detail"]}>
      <div>
        <Button ref={back} variant="default" leftSection={<Icon name="chevronLeft" size={18} />} onClick={onBack}>
          {t(say("back"))}
        </Button>
      </div>
      {covering && can("blur") ? (
        <BlurEditor exemplarId={exemplarId} picture={picture} onDone={() => setCovering(false)} />
      ) : (
        <Shown picture={picture}>
          {can("blur") && (
            <Button leftSection={<Icon name="people" size={18} />} onClick={() => setCovering(true)}>
              {t(say("blur"))}
            </Button>
          )}
        </Shown>
      )}
      {picture.state === "ready" && !covering && (
        <div>
          <StateBadge tone={standing.tone}>{t(standing.text)}</StateBadge>
        </div>
      )}
      {can("edit") && !covering && <About key={picture.version} exemplarId={exemplarId} picture={picture} />}
      {!covering && picture.sizes.includes("web") && (can("edit") || picture.consent !== null) && (
        <ConsentSection exemplarId={exemplarId} picture={picture} />
      )}
      {!covering && (
        <p className={styles["quiet"]}>
          {t(say("addedBy", { name: picture.added.by, unit: picture.added.unit.name, date: showDate(picture.added.on) }))}
        </p>
      )}
      {can("take-out") && !covering && (
        <div>
          <ReasonButton
            title={t(say("takeOut"))}
            text={t(say("takeOutText"))}
            onReason={(reason) => takeOut.mutateAsync({ ...at, reason })}
          />
        </div>
      )}
    </div>
  );
}

function Shown({ picture, children }: { picture: ExemplarPicture; children: React.ReactNode }) {
  const t = useText();
  const { state, refusal, sizes, blur, caption, alt } = picture;
  const [plain, setPlain] = useState(false);
  if (state === "quarantined") return <p role="status">{t(say("workingText"))}</p>;
  if (state === "refused") return <p role="alert">{refusal && t(say(`refusal.${refusal}`))}</p>;
  const size = sizes.includes("web") ? (blur && !plain ? "blurred" : "web") : "public";
  return (
    <figure className={styles["shown"]}>
      {/* The digest of what is shown changes with each covering; the number keeps the browser from showing the one before. */}
      <img
        src={`${fileOf(picture, size)}?v=${picture.version}`}
        alt={alt || caption || t(say("photo"))}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
      />
      {caption && <figcaption>{caption}</figcaption>}
      <div className={styles["buttons"]}>
        {children}
        {blur && sizes.includes("web") && (
          <Button variant="default" onClick={() => setPlain(!plain)}>
            {t(say(plain ? "showBlurred" : "showPlain"))}
          </Button>
        )}
        {sizes.includes("print") && (
          <Button variant="default" component="a" href={fileOf(picture, "print")}>
            {t(say("print"))}
          </Button>
        )}
      </div>
    </figure>
  );
}

function About({ exemplarId, picture }: { exemplarId: string; picture: ExemplarPicture }) {
  const t = useText();
  const [caption, setCaption] = useState(picture.caption);
  const [alt, setAlt] = useState(picture.alt);
  const [shows, setShows] = useState(picture.shows);
  const [cover, setCover] = useState(picture.cover);
  const save = useAct(exemplarId, api.exemplars.pictures.edit, "saved");
  const changes = shows !== picture.shows && picture.consent !== null;
  return (
    <Section title={t(say("about"))}>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ id: exemplarId, picture: picture.id, version: picture.version, caption, alt, cover, ...(shows ? { shows } : {}) });
        }}
      >
        <ShowsChoice label={t(say("showsOne"))} value={shows} note={t(say(changes ? "consentOff" : "showsHint"))} onChange={setShows} />
        <Textarea
          label={t(say("caption"))}
          description={t(say("captionHint"))}
          autosize
          maxLength={300}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <Textarea
          label={t(say("alt"))}
          description={t(say("altHint"))}
          autosize
          maxLength={300}
          value={alt}
          onChange={(event) => setAlt(event.currentTarget.value)}
        />
        {picture.alt === "" && <p className={styles["quiet"]}>{t(say("altMissing"))}</p>}
        <Checkbox label={t(say("makeCover"))} checked={cover} onChange={(event) => setCover(event.currentTarget.checked)} />
        <ErrorNote error={save.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t(say("save"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}
