import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say } from "./messages.ts";
import styles from "./pages.module.css";

/** Tells whoever sent a scan that it was erased, and why, until they have seen it. */
export function Refusals() {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const query = useQuery({ ...orpc.documents.refusals.queryOptions(), enabled: may("document:upload") });
  const see = useMutation(
    orpc.documents.seeRefusal.mutationOptions({ onSuccess: (left) => client.setQueryData(orpc.documents.refusals.queryKey(), left) }),
  );
  if (!query.data?.refusals.length) return null;
  return (
    <div role="alert" className={styles["refusals"]}>
      {query.data.refusals.map(({ id, at }) => (
        <div key={id} className={styles["refusal"]}>
          <Icon name="warning" />
          <p>{t(say("erased", { at: showInstant(at) }))}</p>
          <Button size="xs" variant="default" loading={see.isPending} onClick={() => see.mutate({ id })}>
            {t(say("seen"))}
          </Button>
        </div>
      ))}
      <ErrorNote error={see.error} />
    </div>
  );
}
