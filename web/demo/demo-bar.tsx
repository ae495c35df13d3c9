import { useQuery } from "@tanstack/react-query";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import styles from "./demo.module.css";
import { say } from "./messages.ts";

/** Says on every page of a demo installation that its data is invented, so that no picture of it is taken for real. */
export function DemoBar() {
  const t = useText();
  const status = useQuery({
    ...orpc.demo.status.queryOptions({ staleTime: Infinity }),
    // While the rest is still being made.
    refetchInterval: (query) => (query.state.data?.filling ? 20_000 : false),
  });
  if (!status.data?.demo) return null;
  const { filling } = status.data;
  return (
    <p className={styles["bar"]}>
      {t(say("bar"))} {filling && <strong>{t(say(`filling.${filling}`))}</strong>}
    </p>
  );
}
