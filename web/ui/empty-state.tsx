import type { ReactNode } from "react";
import styles from "./ui.module.css";

/** Nothing here: why, and what to do next. `action` is the one button that helps. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles["empty"]}>
      <p className={styles["emptyTitle"]}>{title}</p>
      {children && <div className={styles["emptyText"]}>{children}</div>}
      {action && <div>{action}</div>}
    </div>
  );
}
