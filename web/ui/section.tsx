import { Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import styles from "./ui.module.css";

/** A titled part of a page. `level` 2 unless it stands inside another section. */
export function Section({
  title,
  note,
  actions,
  level = 2,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <div className={styles["sectionHead"]}>
        <Title order={level} id={id}>
          {title}
        </Title>
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </div>
      {note && <div className={styles["note"]}>{note}</div>}
      {children}
    </section>
  );
}
