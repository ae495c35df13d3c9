import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say } from "./messages.ts";
import type { FormRowJson } from "./types.ts";
import styles from "./forms.module.css";

export type IndicatorJson = Awaited<ReturnType<typeof api.indicators.dictionary.list>>["items"][number];

const limit = 12;

/** Rows from the dictionary by a few words of the name; an indicator with parts comes whole or part by part. */
export function IndicatorPicker({ taken, onAdd }: { taken: ReadonlySet<string>; onAdd(rows: FormRowJson[]): void }) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    ...orpc.indicators.dictionary.list.queryOptions({ input: { text: asked } }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const whole = ({ id, name, unit }: IndicatorJson): FormRowJson => ({ indicatorId: id, member: "", label: name, unit, compulsory: false });
  const byMember = ({ id, unit, dimension }: IndicatorJson): FormRowJson[] =>
    (dimension?.members ?? []).map(({ key, label }) => ({ indicatorId: id, member: key, label, unit, compulsory: false }));
  return (
    <div className={styles["picker"]}>
      <TextInput
        type="search"
        label={t(say("addRows"))}
        placeholder={t(say("addRowsHint"))}
        leftSection={<Icon name="search" size={18} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {asked.length >= 2 && (
        <>
          {found.isPending && <Busy />}
          {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
          {found.data?.items.length === 0 && <p className={styles["quiet"]}>{t(say("noIndicator", { text: asked }))}</p>}
          <ul className={styles["found"]}>
            {found.data?.items.slice(0, limit).map((indicator) => (
              <li key={indicator.id}>
                <span>
                  {indicator.name} <span className={styles["quiet"]}>({indicator.unit})</span>
                </span>
                <span className={styles["foundActs"]}>
                  {taken.has(`${indicator.id}:`) ? (
                    <span className={styles["quiet"]}>{t(say("already"))}</span>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t(say("addOf", { name: indicator.name }))}
                      onClick={() => onAdd([whole(indicator)])}
                    >
                      {t(say("add"))}
                    </Button>
                  )}
                  {indicator.dimension && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => onAdd(byMember(indicator).filter(({ member }) => !taken.has(`${indicator.id}:${member}`)))}
                    >
                      {t(say("addMembers", { name: indicator.dimension.name, count: indicator.dimension.members.length }))}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {found.data && found.data.total > limit && (
            <p className={styles["quiet"]}>{t(say("moreFound", { count: found.data.total - limit }))}</p>
          )}
        </>
      )}
    </div>
  );
}
