import { Button, Modal, MultiSelect, NativeSelect, Radio, Select, Stack, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TargetLink, TargetRow, TargetSource } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { say } from "./messages.ts";
import styles from "./targets.module.css";
import { scopes, scopeText } from "./words.ts";

const fieldError = (fields: Record<string, string>) => fields["link.measures"] ?? fields["measures"];

/** An editor says what a target counts: figures of the journal, an indicator that units send, or nothing here. */
export function LinkDialog({ planId, target, onClose }: { planId: string; target: TargetRow; onClose(): void }) {
  const t = useText();
  const client = useQueryClient();
  const start = target.link ?? target.proposals[0] ?? null;
  const [source, setSource] = useState<TargetSource>(start?.source ?? "measures");
  const [measures, setMeasures] = useState(start?.measures.map(({ name }) => name) ?? []);
  const [indicatorId, setIndicatorId] = useState<string | null>(start?.indicator ? String(start.indicator.id) : null);
  const [member, setMember] = useState(start?.indicator?.member ?? "");
  const [scope, setScope] = useState<TargetLink["scope"]>(start?.scope ?? "own");
  const [reason, setReason] = useState(start?.source === "none" ? (start.why ?? "") : "");
  const known = useQuery(orpc.plans.targetMeasures.queryOptions({ input: {} }));
  const save = useMutation(
    orpc.plans.linkTarget.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: orpc.plans.targets.key() });
        showDone(t(say("confirmedNow")));
        onClose();
      },
    }),
  );
  const send = () =>
    save.mutate({
      id: planId,
      itemId: target.itemId,
      version: target.link?.version ?? 0,
      link: {
        source,
        measures: source === "measures" ? measures : [],
        indicatorId: source === "indicator" && indicatorId ? Number(indicatorId) : null,
        member: source === "indicator" ? member : "",
        scope,
        reason: source === "none" ? reason : "",
      },
    });
  return (
    <Modal opened onClose={onClose} size="lg" title={t(say("linkTitle"))} closeButtonProps={{ "aria-label": t(say("close")) }}>
      <blockquote className={styles["quote"]}>{target.quote || target.text}</blockquote>
      <div className={styles["stack"]}>
        <Radio.Group value={source} onChange={(value) => setSource(value as TargetSource)} aria-label={t(say("linkTitle"))}>
          <Stack gap="xs">
            <Radio value="measures" label={t(say("fromJournal"))} description={t(say("fromJournalHint"))} />
            <Radio value="indicator" label={t(say("fromIndicator"))} description={t(say("fromIndicatorHint"))} />
            <Radio value="none" label={t(say("fromNone"))} description={t(say("fromNoneHint"))} />
          </Stack>
        </Radio.Group>
        {source === "measures" && (
          <>
            <MultiSelect
              label={t(say("fromJournal"))}
              searchable
              value={measures}
              onChange={setMeasures}
              data={(known.data ?? []).map(({ name, title, unit }) => ({ value: name, label: `${t(title)} (${unit})` }))}
              limit={60}
              error={save.error ? fieldError(asApiError(save.error).fields) : undefined}
            />
            <NativeSelect
              label={t(say("scope"))}
              value={scope}
              onChange={(event) => setScope(scopes.find((each) => each === event.currentTarget.value) ?? "own")}
              data={scopes.map((each) => ({ value: each, label: t(scopeText[each]) }))}
            />
          </>
        )}
        {source === "indicator" && <IndicatorChoice value={indicatorId} onChange={setIndicatorId} member={member} onMember={setMember} />}
        {source === "none" && (
          <Textarea
            label={t(say("reason"))}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
        )}
        {save.error && <ErrorNote error={save.error} />}
        <div className={styles["acts"]}>
          <Button onClick={send} loading={save.isPending}>
            {t(say("save"))}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

type ChoiceProps = { value: string | null; onChange(value: string | null): void; member: string; onMember(member: string): void };

function IndicatorChoice({ value, onChange, member, onMember }: ChoiceProps) {
  const t = useText();
  const list = useQuery(orpc.indicators.dictionary.list.queryOptions({ input: {} }));
  const items = list.data?.items ?? [];
  const members = items.find(({ id }) => String(id) === value)?.dimension?.members ?? [];
  return (
    <>
      <Select
        label={t(say("fromIndicator"))}
        searchable
        limit={60}
        value={value}
        onChange={(chosen) => {
          onChange(chosen);
          onMember("");
        }}
        data={items.map(({ id, code, name, unit }) => ({ value: String(id), label: `${code} ${name} (${unit})` }))}
      />
      {members.length > 0 && (
        <NativeSelect
          label={t(say("member"))}
          value={member}
          onChange={(event) => onMember(event.currentTarget.value)}
          data={[{ value: "", label: t(say("wholeMember")) }, ...members.map(({ key, label }) => ({ value: key, label }))]}
        />
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
    </>
  );
}
