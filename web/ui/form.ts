import { useForm } from "@mantine/form";
import { useState, type ReactNode } from "react";
import { asApiError, type ApiError } from "../shell/api-error.ts";
import { reportSessionEnded } from "../shell/session-ended.ts";

type Options<Values> = {
  initialValues: Values;
  /** Messages per field for what can be told without the server; an empty object when all is well. */
  validate?: (values: Values) => Record<string, ReactNode>;
};

/**
 * A Mantine form whose sending puts the server's field messages at their inputs. `submit(send)` is the form's onSubmit;
 * `error` is what stands above the buttons (`<ErrorNote error={form.error} />`): only what belongs to no field.
 *
 *     const form = useServerForm({ initialValues: { name: "" } });
 *     <form onSubmit={form.submit(async (values) => { await api.units.rename(values); })}>
 *       <TextInput label=… {...form.getInputProps("name")} />
 */
export function useServerForm<Values extends Record<string, unknown>>(options: Options<Values>) {
  const form = useForm({ mode: "controlled", ...options });
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (values: Values, act: (values: Values) => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    form.clearErrors();
    try {
      await act(values);
    } catch (thrown) {
      const problem = asApiError(thrown);
      // Sent without the query cache, which notices this for everything else.
      if (problem.code === "unauthenticated") reportSessionEnded();
      const { here, elsewhere } = shareOut(problem.fields, values);
      form.setErrors(here);
      if (Object.keys(here).length === 0 || elsewhere) setError(problem);
      focusFirstError();
    } finally {
      setBusy(false);
    }
  };

  const submit = (act: (values: Values) => Promise<unknown>) => form.onSubmit((values) => void send(values, act), focusFirstError);

  return Object.assign(form, { error, busy, submit });
}

/** Which messages have an input in this form; `elsewhere` when some have none and must be said in general. */
function shareOut(fields: Record<string, string>, values: Record<string, unknown>) {
  const here: Record<string, string> = {};
  let elsewhere = false;
  for (const [path, message] of Object.entries(fields)) {
    const top = path.split(".")[0] ?? "";
    if (top in values) here[path] = message;
    else elsewhere = true;
  }
  return { here, elsewhere };
}

/** The person is taken to the first input that is wrong, once React has marked it. */
function focusFirstError(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>("form [aria-invalid='true']")?.focus(), 0);
}
