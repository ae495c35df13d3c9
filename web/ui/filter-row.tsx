import type { ReactNode } from "react";
import styles from "./ui.module.css";

/** What a list is narrowed by, in one row: the box for words first, which takes the room that is left, then the choices. */
export function FilterRow({ children }: { children: ReactNode }) {
  return <search className={styles["filters"]}>{children}</search>;
}
