import type { Permission } from "../../src/kernel/permissions.ts";
import type { Text } from "../../src/kernel/language.ts";
import type { IconName } from "../ui/icon.tsx";
import { say } from "./messages.ts";

export type NavEntry = {
  to: string;
  text: Text;
  icon: IconName;
  /** Left out when the post in use lacks it. */
  needs?: Permission;
  /** Of the four places of the bar at the bottom of a phone; the rest are under "more". */
  onBar?: boolean;
};

/** The main navigation, in order. One line per module. */
export const navigation: NavEntry[] = [
  { to: "/desk", text: say("desk"), icon: "desk", needs: "work:view", onBar: true },
  { to: "/activities", text: say("activities"), icon: "journal", needs: "activity:view", onBar: true },
  { to: "/plans", text: say("plans"), icon: "plan", needs: "plan:view", onBar: true },
  { to: "/exemplars", text: say("exemplars"), icon: "exemplar", needs: "exemplar:view" },
  { to: "/appraisal", text: say("appraisal"), icon: "check", needs: "exemplar:view" },
  { to: "/awards", text: say("awards"), icon: "award", needs: "exemplar:view" },
  { to: "/figures", text: say("figures"), icon: "figures", needs: "indicator:view", onBar: true },
  { to: "/reports", text: say("reports"), icon: "report", needs: "report:view" },
  { to: "/publications", text: say("publications"), icon: "link", needs: "publication:open" },
  { to: "/documents", text: say("documents"), icon: "document", needs: "document:view" },
  { to: "/reminders", text: say("reminders"), icon: "clock", needs: "work:view" },
  { to: "/units", text: say("units"), icon: "units", needs: "unit:view" },
  { to: "/people", text: say("people"), icon: "people", needs: "person:view" },
  { to: "/administration", text: say("administration"), icon: "settings", needs: "job:manage" },
];
