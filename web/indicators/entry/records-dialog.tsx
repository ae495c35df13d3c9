import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say as kit } from "../../ui/messages.ts";
import { showSaid } from "./figure.ts";
import { say } from "./messages.ts";
import styles from "./entry.module.css";

export type RecordsAsked = { label: string; sectionId: string; unitId: number; cell: string };

/** The records behind a computed figure; each opens where it is kept. */
export function RecordsDialog({ submissionId, asked, onClose }: { submissionId: string; asked: RecordsAsked | null; onClose(): void }) {
  const t = useText();
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      size="lg"
      title={asked?.label ?? ""}
      closeButtonProps={{ "aria-label": t(kit("close")) }}
    >
      {asked && <RecordList submissionId={submissionId} {...asked} />}
    </Modal>
  );
}

function RecordList({ submissionId, sectionId, unitId, cell }: RecordsAsked & { submissionId: string }) {
  const t = useText();
  const found = useQuery(orpc.indicators.submissions.records.queryOptions({ input: { id: submissionId, sectionId, unitId, key: cell } }));
  if (found.isPending) return <Busy rows={4} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.records.length === 0) return <p className={styles["plainText"]}>{t(say("noRecords"))}</p>;
  return (
    <>
      <ul className={styles["records"]}>
        {found.data.records.map((record) => (
          <li key={`${record.kind} ${record.id}`}>
            <span>
              <Link to={record.path as never}>{record.title}</Link>
              <span className={styles["quiet"]}>
                {" "}
                {showDate(record.date)}
                {dot}
                {record.unit}
              </span>
            </span>
            <strong>{showSaid(record.value, record.said)}</strong>
          </li>
        ))}
      </ul>
      {found.data.more && <p className={styles["quiet"]}>{t(say("moreRecords"))}</p>}
    </>
  );
}
