import { Button, Select } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ExemplarKind } from "../../../src/modules/exemplars/contract.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FindBox } from "../../ui/find-box.tsx";
import { showDone } from "../../ui/notices.ts";
import { Pager } from "../../ui/pager.tsx";
import { ExemplarLink } from "./exemplar-link.tsx";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

/** `rates`: what the round's rubric is for. `refs`: exemplars that are in the round. `open`: unfolded, when the round has nothing yet. */
type Props = { roundId: string; rates: readonly string[]; refs: readonly string[]; open: boolean; onAdded(): void };

/** Fills a round of appraisal from the register: one by one, or a page at once. */
export function ExemplarsIntoRound({ roundId, rates, refs, open, onAdded }: Props) {
  const t = useText();
  // As it stood when the page came: the first one added must not fold the list away.
  const [unfolded] = useState(open);
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [step, setStep] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const found = useQuery({
    ...orpc.exemplars.list.queryOptions({
      input: { text, page, state: "accepted", own: "true", sort: "newest", ...(step ? { step: Number(step) } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const add = useMutation({
    mutationFn: (ids: string[]) => api.exemplars.recognition.appraiseMany({ roundId, ids }),
    onSuccess: ({ added }) => {
      onAdded();
      showDone(t(say("intoRoundDone", { added })));
    },
  });
  const rows = found.data?.items ?? [];
  const rated = (kind: ExemplarKind) => rates.includes(kind === "person" ? "individual" : "collective");
  const left = rows.filter(({ id, kind, paused }) => !refs.includes(id) && !paused && rated(kind));
  return (
    <details open={unfolded} className={own["fold"]}>
      <summary>{t(say("intoRound"))}</summary>
      <p className={own["quiet"]}>{t(say("intoRoundNote"))}</p>
      <div className={own["finder"]}>
        <FindBox
          label={t(say("find"))}
          text={typed}
          onType={setTyped}
          onFind={(next) => {
            setText(next ?? "");
            setPage(1);
          }}
        />
        <Select
          aria-label={t(say("fromStep"))}
          placeholder={t(say("anyStep"))}
          clearable
          data={[1, 2, 3, 4].map((each) => ({ value: String(each), label: t(say("atStep", { step: each })) }))}
          value={step}
          onChange={(next) => {
            setStep(next);
            setPage(1);
          }}
        />
      </div>
      <ErrorNote error={add.error} />
      {found.isPending && <Busy rows={4} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className={own["quiet"]}>{t(say("noFound"))}</p>}
      {found.data && rows.length > 0 && (
        <>
          <div className={own["cardHead"]}>
            <p className={own["quiet"]}>{t(say("allCount", { total: found.data.total }))}</p>
            {left.length > 1 && (
              <Button variant="default" size="compact-md" loading={add.isPending} onClick={() => add.mutate(left.map(({ id }) => id))}>
                {t(say("addAll"))}
              </Button>
            )}
          </div>
          <ul className={`${own["lines"]} ${own["long"]}`}>
            {rows.map(({ id, name, kind, field, lead, step: at }) => (
              <li key={id}>
                <div>
                  <ExemplarLink id={id} name={name} />
                  <div className={own["facts"]}>
                    {[lead.name, t(kindNames[kind]), field === null ? "" : t(fieldTitles[field]), t(say("atStep", { step: at }))]
                      .filter(Boolean)
                      .map((fact) => (
                        <span key={fact}>{fact}</span>
                      ))}
                  </div>
                </div>
                {refs.includes(id) ? (
                  <StateBadge tone="good">{t(say("inRound"))}</StateBadge>
                ) : !rated(kind) ? (
                  <span className={own["quiet"]}>{t(say("notRated"))}</span>
                ) : (
                  <Button
                    variant="default"
                    size="compact-md"
                    disabled={add.isPending}
                    aria-label={t(say("addNamed", { name }))}
                    onClick={() => add.mutate([id])}
                  >
                    {t(say("add"))}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Pager page={page} pages={Math.max(1, Math.ceil(found.data.total / found.data.pageSize))} onPage={setPage} />
        </>
      )}
    </details>
  );
}
