import { Button } from "@mantine/core";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/** Under a list that the server gives page by page; nothing while there is one page. */
export function Pager({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) {
  const t = useText();
  if (pages <= 1) return null;
  const where = t(say("pageOf", { page, pages }));
  return (
    <nav className={styles["pager"]} aria-label={where}>
      <Button variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t(say("previousPage"))}
      </Button>
      <span>{where}</span>
      <Button variant="default" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t(say("nextPage"))}
      </Button>
    </nav>
  );
}
