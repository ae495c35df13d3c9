import { Link } from "@tanstack/react-router";
import { useText } from "../shell/language.tsx";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";

/** The parts of the register, one beside the other. */
export function RegisterTabs() {
  const t = useText();
  const tabs = [
    { to: "/documents", text: say("tabRegister") },
    { to: "/documents/wanted", text: say("tabWanted") },
    { to: "/documents/reviews-due", text: say("tabReviews") },
    { to: "/documents/compare", text: say("tabCompare") },
  ] as const;
  return (
    <nav className={styles["tabs"]} aria-label={t(say("tabs"))}>
      {tabs.map(({ to, text }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ "aria-current": "page" }}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
