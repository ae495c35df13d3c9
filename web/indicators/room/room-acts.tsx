import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { say } from "./messages.ts";
import type { Room } from "./types.ts";

/** Fix the figures at this instant, end the round, open it again: each only where the server offers it. */
export function RoomActs({ room }: { room: Room }) {
  const t = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { id } = room.round;
  const fresh = { onSuccess: () => client.invalidateQueries({ queryKey: orpc.indicators.key() }) };
  const fix = useMutation(orpc.indicators.rounds.fixFigures.mutationOptions(fresh));
  const close = useMutation(orpc.indicators.rounds.close.mutationOptions(fresh));
  const reopen = useMutation(orpc.indicators.rounds.reopen.mutationOptions(fresh));
  const can = (act: Room["can"][number]) => room.can.includes(act);
  return (
    <>
      {can("fix") && (
        <ConfirmButton
          variant="filled"
          question={t(say(room.round.figuresFixedAt ? "fixAgainQuestion" : "fixQuestion"))}
          consequence={t(say("fixText"))}
          confirm={t(say("fix"))}
          onConfirm={() => fix.mutateAsync({ id })}
        >
          {t(say(room.round.figuresFixedAt ? "fixAgain" : "fix"))}
        </ConfirmButton>
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
          confirm={t(say("close"))}
          onConfirm={() => close.mutateAsync({ id, reason })}
        >
          {t(say("close"))}
        </ConfirmButton>
      )}
      {can("reopen") && (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ id })}>
          {t(say("reopen"))}
        </Button>
      )}
    </>
  );
}
