import { Button, Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Life } from "../../../src/modules/exemplars/life/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { today } from "../../ui/dates.ts";
import { showDone, showError } from "../../ui/notices.ts";
import { say } from "./messages.ts";
import { SaidForm } from "./said-form.tsx";
import { Sheet } from "./sheet.tsx";

type Asked = "back" | "pause" | "sustain";

const words = {
  back: { title: "back", note: "backText", label: "reason", done: "wentBack" },
  pause: { title: "pause", note: "pauseText", label: "reason", done: "pausedDone" },
  sustain: { title: "sustain", note: "sustainText", label: "what", done: "sustainedDone" },
} as const;

/** What moves it besides passing: back a step, a pause and its end, that it goes on for another year. */
export function LifeActs({ life, onDone }: { life: Life; onDone(life: Life): void }) {
  const t = useText();
  const { id, version, can } = life;
  const [open, setOpen] = useState<Asked | null>(null);
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(String(thisYear));
  const resume = useMutation({
    mutationFn: () => api.exemplars.life.goOn({ id, version }),
    onSuccess: (after) => {
      showDone(t(say("resumedDone")));
      onDone(after);
    },
    onError: (error) => showError(t, error),
  });
  const send = (act: Asked, text: string): Promise<Life> => {
    switch (act) {
      case "back":
        return api.exemplars.life.back({ id, version, reason: text });
      case "pause":
        return api.exemplars.life.pause({ id, version, reason: text });
      case "sustain":
        return api.exemplars.life.sustain({ id, version, year: Number(year), text });
    }
  };
  const shown: Asked[] = (["sustain", "pause", "back"] as const).filter((act) => can.includes(act));
  return (
    <>
      {can.includes("resume") && (
        <Button size="md" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t(say("resume"))}
        </Button>
      )}
      {shown.map((act) => (
        <Button key={act} size="md" variant="default" onClick={() => setOpen(act)}>
          {t(say(words[act].title))}
        </Button>
      ))}
      {open && (
        <Sheet title={t(say(words[open].title))} onClose={() => setOpen(null)}>
          <SaidForm
            label={t(say(words[open].label))}
            act={t(say(words[open].title))}
            done={t(say(words[open].done))}
            note={t(say(words[open].note))}
            send={(text) => send(open, text)}
            onCancel={() => setOpen(null)}
            onDone={(after) => {
              setOpen(null);
              onDone(after);
            }}
          >
            {open === "sustain" && (
              <Select
                label={t(say("sustainYear"))}
                size="md"
                allowDeselect={false}
                data={[thisYear, thisYear - 1, thisYear - 2].map(String)}
                value={year}
                onChange={(chosen) => setYear(chosen ?? String(thisYear))}
              />
            )}
          </SaidForm>
        </Sheet>
      )}
    </>
  );
}
