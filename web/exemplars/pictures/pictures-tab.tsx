import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ExemplarPaper } from "../../../src/modules/exemplars/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { TabProps } from "../tab-props.ts";
import { AddForm } from "./add-form.tsx";
import { Gallery } from "./gallery.tsx";
import { say } from "./messages.ts";
import { PictureDetail } from "./picture-detail.tsx";
import styles from "./pictures.module.css";
import { ReasonButton } from "./reason-button.tsx";
import { useAct, usePictures } from "./use-pictures.ts";

/** Photographs and papers of an exemplar; one picture at a time is looked at and worked on in the gallery's place. */
export function PicturesTab({ exemplar: { id } }: TabProps) {
  const t = useText();
  const query = usePictures(id);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const left = useRef<string | null>(null);
  // Back in the gallery the keyboard goes on at the picture that was looked at.
  useEffect(() => {
    if (chosen === null && left.current !== null) document.querySelector<HTMLElement>(`[data-picture="${left.current}"]`)?.focus();
    left.current = chosen;
  }, [chosen]);
  if (query.isPending) return <Busy rows={5} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const { items, papers, mayAdd, beyond } = query.data;
  const picture = items.find((item) => item.id === chosen);
  if (picture) return <PictureDetail key={picture.id} exemplarId={id} picture={picture} onBack={() => setChosen(null)} />;
  return (
    <>
      <Section
        title={t(say("photos"))}
        note={beyond ? t(say("beyond")) : undefined}
        actions={
          mayAdd &&
          !adding && (
            <Button leftSection={<Icon name="camera" size={18} />} onClick={() => setAdding(true)}>
              {t(say("add"))}
            </Button>
          )
        }
      >
        {adding && <AddForm exemplarId={id} onDone={() => setAdding(false)} />}
        {items.length === 0 && !adding && <p className={styles["quiet"]}>{t(say(beyond ? "noneOpen" : "noPhotos"))}</p>}
        <Gallery items={items} beyond={beyond} onChoose={setChosen} />
      </Section>
      {!beyond && <Papers exemplarId={id} papers={papers} />}
    </>
  );
}

const kilobytes = (size: number) => `${Math.max(1, Math.round(size / 1024)).toLocaleString("vi-VN")} kB`;

function Papers({ exemplarId, papers }: { exemplarId: string; papers: readonly ExemplarPaper[] }) {
  const t = useText();
  const takeOut = useAct(exemplarId, api.exemplars.pictures.takeOutPaper, "takenOut");
  return (
    <Section title={t(say("papers"))}>
      {papers.length === 0 && <p className={styles["quiet"]}>{t(say("noPapers"))}</p>}
      <ul className={styles["papers"]}>
        {papers.map(({ id, name, size, added, mayTakeOut }) => (
          <li key={id}>
            <div>
              <a href={`/files/exemplars/papers/${id}`}>{name}</a> <span className={styles["quiet"]}>({kilobytes(size)})</span>
              <p className={styles["quiet"]}>{t(say("addedBy", { name: added.by, unit: added.unit.name, date: showDate(added.on) }))}</p>
            </div>
            {mayTakeOut && (
              <ReasonButton
                title={t(say("takeOutPaper"))}
                text={t(say("takeOutPaperText"))}
                label={`${t(say("takeOutPaper"))}: ${name}`}
                onReason={(reason) => takeOut.mutateAsync({ id: exemplarId, paper: id, reason })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
