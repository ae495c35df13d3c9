import { Group, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Plan } from "../../src/modules/plans/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { say } from "./messages.ts";
import { clauseText } from "./words.ts";

type Wish = { unitId: string | null; itemId: string | null; reason: string; text: string; value: string; due: string | null };

/** A unit tells the issuer why it cannot do as planned, and what it proposes instead. What is typed survives a reload. */
export function AdjustmentForm({ plan, onDone }: { plan: Plan; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const initial: Wish = { unitId: plan.ours[0] ? String(plan.ours[0].id) : null, itemId: null, reason: "", text: "", value: "", due: null };
  const draft = useDraft<Wish>(`plan:${plan.id}:adjustment`, initial);
  const { value: wish, setValue } = draft;
  const set = (change: Partial<Wish>) => setValue((before) => ({ ...before, ...change }));
  const item = plan.items.find(({ id }) => id === wish.itemId);
  const send = useMutation(
    orpc.plans.requestAdjustment.mutationOptions({
      onSuccess: async () => {
        draft.clear(initial);
        showDone(t(say("sent")));
        await client.invalidateQueries({ queryKey: orpc.plans.key() });
        onDone();
      },
    }),
  );
  const submit = () =>
    send.mutate({
      id: plan.id,
      unitId: Number(wish.unitId),
      reason: wish.reason,
      ...(item ? { itemId: item.id } : {}),
      ...(wish.text.trim() ? { proposedText: wish.text } : {}),
      ...(item?.target && wish.value.trim() ? { proposedValue: wish.value } : {}),
      ...(wish.due ? { proposedDue: wish.due } : {}),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
        {plan.ours.length > 1 && (
          <Select
            label={t(say("unit"))}
            required
            data={plan.ours.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={wish.unitId}
            onChange={(unitId) => set({ unitId })}
          />
        )}
        <Select
          label={t(say("aboutItem"))}
          placeholder={t(say("wholePlan"))}
          clearable
          searchable
          data={plan.items.map(({ id, clause, text }) => ({ value: id, label: `${t(clauseText(clause))}: ${text.slice(0, 110)}` }))}
          value={wish.itemId}
          onChange={(itemId) => set({ itemId })}
        />
        <Textarea
          label={t(say("reasonLabel"))}
          description={t(say("reasonHint"))}
          required
          autosize
          minRows={2}
          value={wish.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <Textarea
          label={`${t(say("proposedText"))} (${t(say("optional"))})`}
          autosize
          minRows={2}
          value={wish.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          {item?.target && (
            <NumberInput
              label={`${t(say("proposedValue"))} (${t(say("optional"))})`}
              description={item.target.unit}
              allowNegative={false}
              decimalScale={2}
              value={wish.value}
              onChange={(value) => set({ value: String(value) })}
            />
          )}
          {item && (
            <DateInput label={`${t(say("proposedDue"))} (${t(say("optional"))})`} value={wish.due} onChange={(due) => set({ due })} />
          )}
        </Group>
        <ErrorNote error={send.error} />
        <Group justify="flex-end">
          <ActButton
            type="submit"
            loading={send.isPending}
            missing={[wish.unitId === null && t(say("unit")), wish.reason.trim() === "" && t(say("reasonLabel"))]}
          >
            {t(say("send"))}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}
