import { Button, Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";
import type { ActivityListSearch } from "./search.ts";

/** The evidence of what the list shows, as one file for an inspection team. */
export function BinderButton({ search }: { search: ActivityListSearch }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { plan, item, unit, kind, from, to } = search;
  const binder = useQuery({
    ...orpc.activities.binder.queryOptions({
      input: {
        ...(plan ? { planId: plan } : {}),
        ...(item ? { itemId: item } : {}),
        ...(unit ? { unitId: unit as never } : {}),
        ...(kind ? { kind } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
    }),
    enabled: opened,
    staleTime: 0,
  });
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icon name="download" size={16} />} onClick={() => setOpened(true)}>
        {t(say("binder"))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("binderTitle"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <Stack>
          <p className={styles["quiet"]}>{t(say("binderText"))}</p>
          {binder.isPending && <Busy />}
          <ErrorNote error={binder.error} onRetry={() => void binder.refetch()} />
          {binder.data && (
            <>
              <p className={styles["flat"]}>
                {t(
                  say("binderHolds", { activities: binder.data.activities, files: binder.data.files, size: megabytes(binder.data.bytes) }),
                )}
              </p>
              {binder.data.path ? (
                <a href={binder.data.path} className={styles["mainLink"]} download>
                  {t(say("binderDownload"))}
                </a>
              ) : (
                <p className={styles["quiet"]}>{t(say(binder.data.activities === 0 ? "binderNone" : "binderLarge"))}</p>
              )}
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toLocaleString("vi-VN", { maximumFractionDigits: 1 });
