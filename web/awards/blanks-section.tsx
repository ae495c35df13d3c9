import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Blank } from "../../src/modules/exemplars/recognition/contract.ts";
import type { DecisionRow } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import own from "./awards.module.css";
import { say } from "./council-messages.ts";

/** Awards of the body's own signed decisions, printed on their prescribed blanks: one, or all of a decision. */
export function BlanksSection({ campaignId }: { campaignId: string }) {
  const t = useText();
  const council = useQuery(orpc.awards.campaigns.council.queryOptions({ input: { id: campaignId } }));
  const body = council.data?.campaign.body.id;
  const blanks = useQuery({
    ...orpc.exemplars.recognition.blanks.list.queryOptions({ input: body === undefined ? {} : { bodyId: body } }),
    enabled: body !== undefined,
  });
  const error = council.error ?? blanks.error;
  const signed = (council.data?.decisions ?? []).filter(({ state, granter }) => state === "signed" && granter === null);
  // What other granters decided is printed by them.
  if (council.data && signed.length === 0) return null;
  return (
    <Section title={t(say("blanks"))} note={t(say("blanksNote"))}>
      {error && <ErrorNote error={error} onRetry={() => void (council.error ? council.refetch() : blanks.refetch())} />}
      {!error && !blanks.data && <Busy rows={3} />}
      {blanks.data?.items.length === 0 && (
        <p>
          {t(say("noBlanks"))} <Link to="/exemplars/decisions/blanks">{t(say("blankNew"))}</Link>
        </p>
      )}
      {blanks.data &&
        blanks.data.items.length > 0 &&
        signed.flatMap((decision) =>
          // Each form has a blank of its own.
          [...new Set(decision.candidates.map(({ form }) => form))].map((form) => (
            <Printing key={`${decision.id} ${form}`} decision={decision} form={form} blanks={blanks.data.items} />
          )),
        )}
    </Section>
  );
}

type PrintingProps = { decision: DecisionRow; form: string; blanks: readonly Blank[] };

function Printing({ decision: { id, number, decidedOn, candidates }, form, blanks }: PrintingProps) {
  const t = useText();
  const named = candidates.filter((one) => one.printedName !== null && one.form === form);
  const formName = named[0]?.formName ?? "";
  const alike = ({ name }: Blank) => name.toLocaleLowerCase("vi").includes(formName.toLocaleLowerCase("vi"));
  const [chosen, setChosen] = useState((blanks.find(alike) ?? blanks[0])?.id ?? "");
  const address = (candidate?: string) =>
    `/files/awards/decisions/${id}/blanks?${new URLSearchParams({ blank: chosen, form, ...(candidate ? { candidate } : {}) })}`;
  const title = `${formName}, ${t(say("blanksOf", { number: number ?? "", day: decidedOn ? showDate(decidedOn) : "" }))}`;
  if (named.length === 0) return null;
  return (
    <div className={own["printing"]} role="group" aria-label={title}>
      <strong>{title}</strong>
      <div className={styles["buttons"]}>
        <Select
          aria-label={t(say("blankName"))}
          allowDeselect={false}
          data={blanks.map((blank) => ({ value: blank.id, label: blank.name }))}
          value={chosen}
          onChange={(value) => value && setChosen(value)}
        />
        <a href={address()} className={styles["sideLink"]} download>
          {t(say("blankAll", { count: named.length }))}
        </a>
        <a href={`/files/print-blanks/${chosen}/test`} className={styles["sideLink"]} download>
          {t(say("blankTest"))}
        </a>
        <Link to="/exemplars/decisions/blanks" className={styles["sideLink"]}>
          {t(say("blankMeasure"))}
        </Link>
      </div>
      <ul className={own["printed"]}>
        {named.map((one) => (
          <li key={one.id}>
            <span>{one.printedName}</span>
            <a href={address(one.id)} aria-label={t(say("blankOne", { name: one.printedName ?? "" }))} download>
              {t(say("blankOneShort"))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
