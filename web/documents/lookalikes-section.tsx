import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Document } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { documentTitle, useNumberAndDate } from "./document-state.tsx";
import styles from "./documents.module.css";
import { say } from "./messages.ts";

const why = {
  "same-file": say("lookSameFile"),
  "same-number-and-date": say("lookSameNumberAndDate"),
  "same-number": say("lookSameNumber"),
};

/** Documents that may be this one: a person says, the system does not guess. */
export function LookalikesSection({ document }: { document: Document }) {
  const t = useText();
  const client = useQueryClient();
  const numberAndDate = useNumberAndDate();
  const settle = useMutation(
    orpc.documents.settleLookalike.mutationOptions({
      onSuccess: (changed) => {
        client.setQueryData(orpc.documents.get.queryKey({ input: { id: document.id } }), changed);
      },
    }),
  );
  if (document.lookalikes.length === 0) return null;
  return (
    <Section title={t(say("lookalikes"))}>
      <ul className={styles["cited"]}>
        {document.lookalikes.map(({ document: other, why: reason }) => (
          <li key={other.id}>
            <span>
              <Link to="/documents/$documentId" params={{ documentId: other.id }}>
                {documentTitle(other)}
              </Link>{" "}
              <span className={styles["quiet"]}>
                {numberAndDate(other)} ({t(why[reason])})
              </span>
            </span>
            {document.can.review && (
              <Group gap="xs">
                {([true, false] as const).map((same) => (
                  <Button
                    key={String(same)}
                    size="xs"
                    variant="default"
                    disabled={settle.isPending}
                    onClick={() => settle.mutate({ id: document.id, other: other.id, same })}
                  >
                    {t(say(same ? "isSame" : "isOther"))}
                  </Button>
                ))}
              </Group>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={settle.error} />
    </Section>
  );
}
