import { Button, Chip, Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { dot, facts } from "../../src/kernel/facts.ts";
import type { ComparedItem, Comparison, DocumentShort } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge, type Tone } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { showPartialDate } from "./partial-date.ts";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";
import { citedName, copyName } from "./register-names.ts";
import { RegisterTabs } from "./register-tabs.tsx";
import { fieldText as headerTexts, frequencyText } from "./review/names.ts";

type CompareSearch = { one?: string; other?: string };

const kinds = ["task", "target", "reporting", "event", "citation", "header"] as const;
const kindText = {
  header: say("kindHeader"),
  citation: say("kindCitation"),
  target: say("kindTarget"),
  task: say("kindTask"),
  reporting: say("kindReporting"),
  event: say("kindEvent"),
} satisfies Record<ComparedItem["kind"], unknown>;
const fieldText = {
  words: say("fieldWords"),
  lead: say("fieldLead"),
  partners: say("fieldPartners"),
  due: say("fieldDue"),
  value: say("fieldValue"),
  scope: say("fieldScope"),
  frequency: say("fieldFrequency"),
  receiver: say("fieldReceiver"),
  year: say("fieldYear"),
  refers: say("fieldRefers"),
  date: say("fieldDate"),
  issuer: say("fieldIssuer"),
} satisfies Record<ComparedItem["differences"][number]["field"], unknown>;
const tones: Record<ComparedItem["how"], Tone> = {
  same: "neutral",
  moved: "neutral",
  changed: "attention",
  split: "attention",
  joined: "attention",
  new: "good",
  gone: "active",
};
const hows = ["changed", "split", "joined", "new", "gone", "moved", "same"] as const;

function howText({ how, parts }: ComparedItem) {
  return how === "split" || how === "joined" ? say(how, { count: parts.length }) : say(how);
}

/** Two registered documents side by side, item by item. */
export function ComparePage() {
  const t = useText();
  const { one, other } = useSearch({ from: "/staff/documents/compare" });
  const navigate = useNavigate({ from: "/documents/compare" });
  const choose = (change: CompareSearch) => void navigate({ search: (before: CompareSearch) => ({ ...before, ...change }), replace: true });
  const query = useQuery({
    ...orpc.documents.compare.queryOptions({ input: { one: one ?? "", other: other ?? "" } }),
    enabled: one !== undefined && other !== undefined,
  });
  return (
    <>
      <PageHeader title={t(say("compareTitle"))} note={t(say("compareNote"))} />
      <RegisterTabs />
      <div className={styles["choose"]}>
        <DocumentSelect label={t(say("compareOne"))} value={one} onChange={(id) => choose({ one: id })} />
        <Button variant="default" disabled={!one && !other} onClick={() => choose({ one: other, other: one })}>
          {t(say("swap"))}
        </Button>
        <DocumentSelect label={t(say("compareOther"))} value={other} onChange={(id) => choose({ other: id })} />
      </div>
      {one === undefined || other === undefined ? (
        <EmptyState title={t(say("chooseBoth"))}>{t(say("chooseBothText"))}</EmptyState>
      ) : (
        <>
          {query.isPending && <Busy rows={8} />}
          {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
          {query.data && <Differences comparison={query.data} />}
        </>
      )}
    </>
  );
}

/** One document as two compilers read it. */
export function CompareReadingsPage() {
  const t = useText();
  const { id = "" } = useSearch({ from: "/staff/documents/readings" });
  const query = useQuery(orpc.documents.compareReadings.queryOptions({ input: { id } }));
  if (query.isPending) return <Busy rows={8} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <PageHeader
        title={t(say("compareReadingsTitle"))}
        note={facts([query.data && copyName(t, query.data.one.document), t(say("compareReadingsNote"))])}
        back={{ to: `/documents/${id}`, text: t(say("openDocument")) }}
      />
      {query.data ? <Differences comparison={query.data} /> : <EmptyState title={t(say("readOnce"))}>{t(say("readOnceText"))}</EmptyState>}
    </>
  );
}

const optionName = (t: ReturnType<typeof useText>, { docType, number, date, subject, fileName }: DocumentShort): string =>
  [citedName(t, { type: docType, number, date, title: null }), subject ?? fileName].filter(Boolean).join(" – ");

/** Finds a document of the register by number or subject. */
function DocumentSelect({ label, value, onChange }: { label: string; value: string | undefined; onChange(id: string | undefined): void }) {
  const t = useText();
  const [text, setText] = useState("");
  const [typed, setTyped] = useState(false);
  const list = useQuery({ ...orpc.documents.list.queryOptions({ input: { text: typed ? text : "" } }), staleTime: 30_000 });
  const chosen = useQuery({ ...orpc.documents.get.queryOptions({ input: { id: value ?? "" } }), enabled: value !== undefined });
  const documents = [...(chosen.data ? [chosen.data] : []), ...(list.data?.documents ?? [])];
  const options = new Map(documents.map((document) => [document.id, optionName(t, document)]));
  return (
    <Select
      label={label}
      placeholder={t(say("choose"))}
      searchable
      clearable
      nothingFoundMessage={t(say("chooseNone"))}
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      // The server has found them already, with or without accents.
      filter={({ options: found }) => found}
      value={value ?? null}
      onSearchChange={setText}
      onInput={() => setTyped(true)}
      onChange={(id) => {
        setTyped(false);
        onChange(id ?? undefined);
      }}
    />
  );
}

/** What changed stands first to be seen; what is the same can be shown too. */
function Differences({ comparison }: { comparison: Comparison }) {
  const t = useText();
  const { counts, items, one, other } = comparison;
  const [shown, setShown] = useState<string[]>(hows.filter((how) => how !== "same"));
  const labels = {
    changed: say("countChanged", { count: counts.changed }),
    split: say("countSplit", { count: counts.split }),
    joined: say("countJoined", { count: counts.joined }),
    new: say("countNew", { count: counts.new }),
    gone: say("countGone", { count: counts.gone }),
    moved: say("countMoved", { count: counts.moved }),
    same: say("countSame", { count: counts.same }),
  };
  const visible = items.filter(({ how }) => shown.includes(how));
  return (
    <>
      <Chip.Group multiple value={shown} onChange={setShown}>
        <Group gap="xs" mb="md" role="group" aria-label={t(say("showWhat"))}>
          {hows
            .filter((how) => counts[how] > 0)
            .map((how) => (
              <Chip key={how} value={how} variant="outline">
                {t(labels[how])}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      {visible.length === 0 &&
        (counts.same === items.length ? (
          <EmptyState title={t(say("nothingChanged"))}>{t(say("nothingChangedText"))}</EmptyState>
        ) : (
          <EmptyState title={t(say("nothingShown"))}>{t(say("nothingShownText"))}</EmptyState>
        ))}
      {kinds.map((kind) => {
        const of = visible.filter((item) => item.kind === kind);
        return (
          of.length > 0 && (
            <Section key={kind} title={`${t(kindText[kind])} (${of.length})`}>
              {of.map((item) => (
                <PairRow
                  key={`${item.one?.id ?? ""}|${item.other?.id ?? ""}`}
                  item={item}
                  documents={[one.document.id, other.document.id]}
                />
              ))}
            </Section>
          )
        );
      })}
    </>
  );
}

function PairRow({ item, documents }: { item: ComparedItem; documents: readonly [string, string] }) {
  const t = useText();
  const { how, kind, one, other, parts, words, differences, moved } = item;
  const fields = differences.filter(({ field }) => field !== "words");
  const sides = [
    { label: t(say("compareOne")), document: documents[0], leave: "new", texts: how === "joined" ? parts : [one] },
    { label: t(say("compareOther")), document: documents[1], leave: "gone", texts: how === "split" ? parts : [other] },
  ] as const;
  return (
    <article className={styles["pair"]}>
      <header>
        <StateBadge tone={tones[how]}>{t(howText(item))}</StateBadge>
        {kind !== "header" && differences.length > 0 && <strong>{differences.map(({ field }) => t(fieldText[field])).join(", ")}</strong>}
        {moved && how !== "moved" && <span className={styles["quiet"]}>{t(say("moved"))}</span>}
      </header>
      {sides.map(({ texts, ...side }) => (
        <div key={side.document + side.leave} className={styles["side"]}>
          {texts.map((text) => (
            <SideText key={text?.id ?? ""} kind={kind} side={text} words={words} {...side} />
          ))}
        </div>
      ))}
      {fields.length > 0 && (
        <ul className={styles["changes"]}>
          {fields.map(({ field, one, other }) => (
            <li key={field}>
              {t(fieldText[field])}: <del>{shownValue(t, field, one)}</del> {t(say("becomes"))} <ins>{shownValue(t, field, other)}</ins>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** A field's value as people read it: dates and rhythms are kept in the compiler's form. */
function shownValue(t: ReturnType<typeof useText>, field: ComparedItem["differences"][number]["field"], value: string | null): string {
  if (value === null) return t(say("none"));
  if (field === "frequency") return t(frequencyText[value as keyof typeof frequencyText]);
  return withDate(value);
}

const withDate = (text: string): string => (/^\d{4}-\d{2}(-\d{2})?$/.test(text) ? showPartialDate(text) : text);

type SideProps = {
  kind: ComparedItem["kind"];
  label: string;
  side: ComparedItem["one"];
  document: string;
  words: ComparedItem["words"];
  /** The steps that are the other side's. */
  leave: "new" | "gone";
};

function SideText({ kind, label, side, document, words, leave }: SideProps) {
  const t = useText();
  if (!side)
    return (
      <>
        <span className={styles["small"]}>{label}</span>
        <p className={styles["quiet"]}>{t(say("notThere"))}</p>
      </>
    );
  const steps = words?.filter(({ how }) => how !== leave) ?? [{ how: "same" as const, text: side.text }];
  return (
    <>
      <span className={styles["small"]}>
        {label}
        {side.section &&
          `${dot}${kind === "header" ? t(headerTexts[side.section as keyof typeof headerTexts]) : t(say("section", { section: side.section }))}`}
        {side.line !== null && (
          <>
            {dot}
            <Link
              to="/documents/$documentId/review"
              params={{ documentId: document }}
              search={{ line: side.line }}
              aria-label={`${t(say("seeText"))}: ${label}, ${side.text.slice(0, 60)}`}
            >
              {t(say("seeText"))}
            </Link>
          </>
        )}
      </span>
      <p>
        {steps.map(({ how, text: part }, at) => {
          const text = withDate(part);
          const gap = at === 0 ? "" : " ";
          // Steps have no identity but their place.
          const key = `${at}${how}`;
          if (how === "gone")
            return (
              <span key={key}>
                {gap}
                <del>{text}</del>
              </span>
            );
          if (how === "new")
            return (
              <span key={key}>
                {gap}
                <ins>{text}</ins>
              </span>
            );
          return <span key={key}>{gap + text}</span>;
        })}
      </p>
    </>
  );
}
