import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { dot, facts } from "../../../src/kernel/facts.ts";
import { kindNames } from "../../../src/modules/units/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { say as sayAll } from "../messages.ts";
import { RoundBars } from "../round-bars.tsx";
import { formStateText, formStateTone, periodKindText } from "../words.ts";
import { say } from "./messages.ts";
import type { FormJson } from "./types.ts";
import shared from "../indicators.module.css";
import styles from "./forms.module.css";

export function FormPage() {
  const t = useText();
  const { formId } = useParams({ from: "/staff/forms/$formId" });
  const { edition } = useSearch({ from: "/staff/forms/$formId" });
  const query = useQuery(orpc.indicators.forms.get.queryOptions({ input: { id: formId, ...(edition ? { edition } : {}) } }));
  if (query.isPending) return <Busy rows={8} />;
  if (query.error)
    return (
      <>
        <PageHeader title={t(sayAll("forms"))} back={{ to: "/forms", text: t(sayAll("forms")) }} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <FormView form={query.data} />;
}

/** What a form asks, by which document, of whom, until when; its rounds, its versions. */
function FormView({ form }: { form: FormJson }) {
  const t = useText();
  const { settings } = form;
  return (
    <>
      <PageHeader
        title={form.title}
        back={{ to: "/forms", text: t(sayAll("forms")) }}
        badge={<StateBadge tone={formStateTone[form.state]}>{t(formStateText[form.state])}</StateBadge>}
        note={t(sayAll("askedBy", { unit: form.owner.name }))}
        actions={<Acts form={form} />}
      />
      <KeyValue
        items={[
          [t(say("basis")), settings.basis],
          [t(say("periodKind")), t(periodKindText[form.periods.kind])],
          [t(say("due")), t(form.dueText)],
          [t(say("receiverText")), settings.receiverText],
          [t(say("addressees")), settings.addressees.join("; ")],
          [t(say("minutes")), t(say(form.estimated ? "minutesEstimated" : "minutesTried", { minutes: form.minutes }))],
          [t(say("countsOnTime")), t(say(settings.countsOnTime === "figures" ? "onTimeFigures" : "onTimeDocument"))],
          [t(say("chain")), t(say(settings.chain.length === 2 ? "chainTwo" : "chainOne"))],
          [
            t(say("versions")),
            (form.published ?? 1) < 2
              ? null
              : Array.from({ length: form.published ?? 1 }, (_, index) => (
                  <span key={index}>
                    {index > 0 && dot}
                    {index + 1 === form.edition ? (
                      <strong>{t(say("version", { edition: index + 1 }))}</strong>
                    ) : (
                      <Link to="/forms/$formId" params={{ formId: form.id }} search={{ edition: index + 1 }}>
                        {t(say("version", { edition: index + 1 }))}
                      </Link>
                    )}
                  </span>
                )),
          ],
        ]}
      />
      {form.own && form.state !== "draft" && <Rounds formId={form.id} />}
      <Section title={t(say("contentTitle"))}>
        {settings.content.sections.map(({ id, number, heading, fills, narrative, guidance, rows }) => (
          <section key={id} className={styles["read"]}>
            <h3>{[number, heading].filter(Boolean).join(". ")}</h3>
            <p className={shared["quiet"]}>
              {facts([
                fills ? t(say("filledBy", { organisation: t(kindNames[fills]) })) : null,
                narrative ? t(say("withNarrative")) : null,
              ])}
            </p>
            {guidance && <p className={styles["guidance"]}>{guidance}</p>}
            {rows.length > 0 && (
              <ul className={shared["plainList"]}>
                {rows.map(({ indicatorId, member, label, unit, compulsory }) => (
                  <li key={`${indicatorId}:${member}`}>
                    <Link to="/dictionary/$indicatorId" params={{ indicatorId: String(indicatorId) }}>
                      {label}
                    </Link>{" "}
                    <span className={shared["quiet"]}>
                      ({unit}){compulsory && `${dot}${t(say("compulsory"))}`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </Section>
    </>
  );
}

function Rounds({ formId }: { formId: string }) {
  const t = useText();
  const list = useQuery(orpc.indicators.rounds.asked.queryOptions({ input: { formId, state: "any" } }));
  return (
    <Section title={t(say("rounds"))}>
      {list.isPending && <Busy rows={2} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className={shared["quiet"]}>{t(say("noRounds"))}</p>}
      <ul className={shared["cards"]}>
        {list.data?.items.map((round) => (
          <li key={round.id} className={shared["card"]}>
            <div className={shared["cardBody"]}>
              <Link to="/rounds/$roundId" params={{ roundId: round.id }} className={shared["cardTitle"]}>
                {t(round.period.label)}
              </Link>
              <RoundBars counts={round.counts} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Acts({ form }: { form: FormJson }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const at = { id: form.id, version: form.version };
  const edit = () => navigate({ to: "/forms/$formId/edit", params: { formId: form.id } });
  const fresh = () => client.invalidateQueries({ queryKey: orpc.indicators.key() });
  const newVersion = useMutation(
    orpc.indicators.forms.newVersion.mutationOptions({
      onSuccess: async () => {
        await fresh();
        await edit();
      },
    }),
  );
  const copy = useMutation(
    orpc.indicators.forms.copy.mutationOptions({
      onSuccess: async ({ id }) => {
        await navigate({ to: "/forms/$formId/edit", params: { formId: id } });
        await fresh();
      },
    }),
  );
  const close = useMutation(orpc.indicators.forms.close.mutationOptions({ onSuccess: fresh }));
  const can = (act: FormJson["can"][number]) => form.can.includes(act);
  return (
    <>
      {(can("edit") || can("publish")) && (
        <Link to="/forms/$formId/edit" params={{ formId: form.id }} className={shared["mainLink"]}>
          {t(say("editForm"))}
        </Link>
      )}
      {can("newVersion") && (
        <Button variant="default" loading={newVersion.isPending} onClick={() => newVersion.mutate(at)}>
          {t(say("newVersion"))}
        </Button>
      )}
      {form.own && (
        <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ id: form.id })}>
          {t(say("copyForm"))}
        </Button>
      )}
      {can("close") && (
        <ConfirmButton
          question={t(say("closeQuestion"))}
          consequence={
            <>
              {t(say("closeText"))}
              <Textarea
                mt="sm"
                label={t(say("reason"))}
                required
                autosize
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          }
          confirm={t(say("closeForm"))}
          onConfirm={() => close.mutateAsync({ ...at, reason })}
        >
          {t(say("closeForm"))}
        </ConfirmButton>
      )}
      <ErrorNote error={newVersion.error ?? copy.error} />
    </>
  );
}
