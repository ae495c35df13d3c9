import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { ActForm, type ActFormProps } from "./act-form.tsx";
import { say } from "./messages.ts";

type Props<T> = Pick<ActFormProps, "confirm" | "back" | "label" | "wide" | "onCancel"> & {
  title?: string;
  /** What will happen, above the question. */
  note?: ReactNode;
  /** What is asked; "Lý do" unless said. */
  question?: string;
  /** False where the act may be done without saying why. */
  required?: boolean;
  send(reason: string): Promise<T>;
  onDone(answer: T): void;
};

/** An act that keeps why it was done. The server's word on the reason stands at the reason. */
export function ReasonForm<T>({ title, note, question, required = true, send, onDone, ...frame }: Props<T>) {
  const t = useText();
  const [reason, setReason] = useState("");
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const run = useMutation({ mutationFn: () => send(reason.trim()), onSuccess: onDone });
  const asked = question ?? t(say("reason"));
  return (
    <ActForm
      {...frame}
      error={run.error}
      busy={run.isPending}
      missing={[required && reason.trim() === "" && asked]}
      onSubmit={() => run.mutate()}
    >
      {title && <h2>{title}</h2>}
      {note && <p>{note}</p>}
      <Textarea
        ref={first}
        label={asked}
        required={required}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        error={run.error ? asApiError(run.error).fields["reason"] : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}

/** A button that opens into the question why. */
export function ReasonAct<T>(props: Omit<Props<T>, "onCancel">) {
  const [opened, setOpened] = useState(false);
  if (!opened)
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {props.confirm}
      </Button>
    );
  return (
    <ReasonForm
      {...props}
      onCancel={() => setOpened(false)}
      onDone={(answer) => {
        setOpened(false);
        props.onDone(answer);
      }}
    />
  );
}
