import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Line } from "../../src/modules/notices/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { say } from "./messages.ts";

type Wish = { untilDay: string | null; reason: string };
const nothing: Wish = { untilDay: null, reason: "" };

/** More time for one thing. What is typed survives a reload. */
export function AskForm({ line, onDone }: { line: Line; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const draft = useDraft<Wish>(`extension:${line.thing.id}:${line.thing.unitId}`, nothing);
  const { untilDay, reason } = draft.value;
  const ask = useMutation(
    orpc.notices.ask.mutationOptions({
      onSuccess: async () => {
        draft.clear(nothing);
        showDone(t(say("asked")));
        await client.invalidateQueries({ queryKey: orpc.notices.key() });
        onDone();
      },
    }),
  );
  const fields = ask.error ? asApiError(ask.error).fields : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (untilDay) ask.mutate({ thing: line.thing, untilDay, reason });
      }}
    >
      <Stack gap="sm" mt="sm">
        <DraftNote restored={draft.restored} onDiscard={() => draft.clear(nothing)} />
        <DateInput
          label={t(say("untilDay"))}
          required
          value={untilDay}
          onChange={(day) => draft.setValue((before) => ({ ...before, untilDay: day }))}
          error={fields["untilDay"]}
        />
        <Textarea
          label={t(say("reason"))}
          description={t(say("reasonHint"))}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => {
            const text = event.currentTarget.value;
            draft.setValue((before) => ({ ...before, reason: text }));
          }}
        />
        {ask.error && !fields["untilDay"] && <ErrorNote error={ask.error} />}
        <Group>
          <Button type="submit" loading={ask.isPending}>
            {t(say("sendAsk"))}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
