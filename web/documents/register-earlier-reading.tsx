import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";

/** After a text was read again: what this reading changed, in counts, and the way to see it. Nothing for a text read once. */
export function EarlierReading({ id }: { id: string }) {
  const t = useText();
  const query = useQuery({ ...orpc.documents.compareReadings.queryOptions({ input: { id } }), retry: false });
  if (!query.data) return null;
  const { counts } = query.data;
  return (
    <p className={styles["warning"]}>
      <Link to="/documents/readings" search={{ id }}>
        {t(say("compareReadings"))}
      </Link>{" "}
      (
      {[
        say("countChanged", { count: counts.changed + counts.split + counts.joined }),
        say("countNew", { count: counts.new }),
        say("countGone", { count: counts.gone }),
      ]
        .map(t)
        .join(", ")}
      )
    </p>
  );
}
