import type { Text } from "../../src/kernel/language.ts";
import type { Changes, ItemChange } from "../../src/modules/plans/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge, type Tone } from "../ui/badges.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { showDate } from "../ui/dates.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";
import { clauseText, kindText } from "./words.ts";

const fieldText: Record<ItemChange["fields"][number]["field"] | Changes["header"][number]["field"], Text> = {
  text: say("fieldText"),
  target: say("fieldTarget"),
  due: say("fieldDue"),
  leads: say("fieldLeads"),
  partners: say("fieldPartners"),
  reporting: say("fieldReporting"),
  clause: say("fieldClause"),
  opensPlan: say("fieldOpensPlan"),
  title: say("fieldTitle"),
  number: say("fieldNumber"),
  period: say("fieldPeriod"),
  issueDate: say("fieldIssueDate"),
};
const changeText: Record<ItemChange["change"], Text> = { added: say("added"), removed: say("removed"), changed: say("changed") };
const changeTone: Record<ItemChange["change"], Tone> = { added: "good", removed: "neutral", changed: "attention" };

/** What one edition changes against another: item by item, and whom it affects. */
export function ChangesView({ changes }: { changes: Changes }) {
  const t = useText();
  const words = (field: string, value: string): string => {
    if (field === "opensPlan") return t(value === "1" ? say("yes") : say("no"));
    return value.replace(/\d{4}-\d{2}-\d{2}/g, showDate) || "–";
  };
  if (changes.header.length === 0 && changes.items.length === 0) return <p className={styles["note"]}>{t(say("noChanges"))}</p>;
  return (
    <>
      {changes.header.length > 0 && (
        <dl className={styles["changed"]}>
          {changes.header.map(({ field, before, after }) => (
            <Change key={field} label={t(fieldText[field])} before={words(field, before)} after={words(field, after)} />
          ))}
        </dl>
      )}
      <div className={styles["items"]}>
        {changes.items.map((item) => (
          <article key={item.itemId} className={styles["item"]}>
            <div className={styles["itemHead"]}>
              <StateBadge tone={changeTone[item.change]}>{t(changeText[item.change])}</StateBadge>
              <span className={styles["clause"]}>{t(clauseText(item.clause))}</span>
              <span className={styles["kind"]}>{t(kindText[item.kind])}</span>
            </div>
            <p className={styles["itemText"]}>{item.text}</p>
            {item.fields.length > 0 && (
              <dl className={styles["changed"]}>
                {item.fields.map(({ field, before, after }) => (
                  <Change key={field} label={t(fieldText[field])} before={words(field, before)} after={words(field, after)} />
                ))}
              </dl>
            )}
            {item.gained.length > 0 && <Names text={t(say("gainedUnits", { names: brief(item.gained, t) }))} />}
            {item.lost.length > 0 && <Names text={t(say("lostUnits", { names: brief(item.lost, t) }))} />}
          </article>
        ))}
      </div>
      {changes.units.length > 0 && (
        <Section level={3} title={`${t(say("affected"))} (${changes.units.length})`}>
          <DataTable
            label={t(say("affected"))}
            rows={changes.units}
            rowKey={({ unit }) => unit.id}
            columns={[
              { key: "unit", header: t(say("unit")), onPhone: "title", sort: ({ unit }) => unit.name, cell: ({ unit }) => unit.name },
              {
                key: "gained",
                header: t(say("gained")),
                align: "right",
                width: "8rem",
                sort: ({ gained }) => gained,
                cell: ({ gained }) => gained,
              },
              { key: "lost", header: t(say("lost")), align: "right", width: "8rem", sort: ({ lost }) => lost, cell: ({ lost }) => lost },
              {
                key: "changed",
                header: t(say("changedDuties")),
                align: "right",
                width: "8rem",
                sort: ({ changed }) => changed,
                cell: ({ changed }) => changed,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

const brief = (units: { name: string }[], t: (text: Text) => string): string => {
  const names = units
    .slice(0, 4)
    .map(({ name }) => name)
    .join("; ");
  return units.length > 4 ? `${names}; ${t(say("andMore", { count: units.length - 4 }))}` : names;
};

function Names({ text }: { text: string }) {
  return <p className={styles["quietLine"]}>{text}</p>;
}

function Change({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <del>{before}</del> <ins>{after}</ins>
      </dd>
    </div>
  );
}
