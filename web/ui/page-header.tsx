import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePageTitle } from "../shell/page-title.ts";
import { Icon } from "./icon.tsx";
import styles from "./ui.module.css";

type Props = {
  /** Also the tab's title. */
  title: string;
  /** One quiet line under the title: number, date, unit. */
  note?: ReactNode;
  /** State badges beside the title. */
  badge?: ReactNode;
  /** Buttons at the right; under the title on a phone. */
  actions?: ReactNode;
  /** Where one came from. */
  back?: { to: string; text: string };
};

/** The head of every page: exactly one per page, since it holds the h1. */
export function PageHeader({ title, note, badge, actions, back }: Props) {
  usePageTitle(title);
  return (
    <div className={styles["pageHeader"]}>
      {back && (
        <Link to={back.to as never} className={styles["back"]}>
          <Icon name="chevronLeft" size={16} /> {back.text}
        </Link>
      )}
      <div className={styles["pageHeaderRow"]}>
        <div className={styles["pageTitle"]}>
          <Title order={1}>{title}</Title>
          {badge}
        </div>
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </div>
      {note && <div className={styles["note"]}>{note}</div>}
    </div>
  );
}
