import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { periodOf, type PeriodKind } from "../../src/kernel/time/index.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import { periodKinds, periodKindText } from "./words.ts";
import styles from "./indicators.module.css";

/** The journal's week, month or quarter as a spreadsheet shaped for another system: nobody types it twice. */
export default function ExportSection() {
  const t = useText();
  const post = usePost();
  const layouts = useQuery(orpc.indicators.layouts.list.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<PeriodKind>("week");
  const [day, setDay] = useState<string | null>(today());
  const lists = layouts.data?.filter(({ content }) => content.rows === "activities") ?? [];
  const layout = lists.find(({ id }) => id === chosen) ?? lists[0];
  const period = day ? periodOf("civil", kind, day) : null;
  if (!layout || !post) return null;
  const address = new URLSearchParams({ layout: layout.id, calendar: "civil", period: period?.code ?? "", area: String(post.unit.id) });
  return (
    <Section title={t(say("exportTitle"))} note={t(say("exportNote"))}>
      <div className={styles["export"]}>
        <Select
          label={t(say("exportLayout"))}
          data={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={layout.id}
          onChange={setChosen}
          allowDeselect={false}
        />
        <Select
          label={t(say("exportKind"))}
          data={periodKinds.filter((each) => each !== "ad-hoc").map((each) => ({ value: each, label: t(periodKindText[each]) }))}
          value={kind}
          onChange={(value) => setKind(periodKinds.find((each) => each === value) ?? "week")}
          allowDeselect={false}
        />
        <DateInput label={t(say("exportDay"))} value={day} onChange={setDay} />
        {period && (
          <a className={styles["sideLink"]} href={`/files/indicators/export?${address}`} download>
            <Icon name="download" size={18} /> {t(say("exportNow"))}
          </a>
        )}
      </div>
    </Section>
  );
}
