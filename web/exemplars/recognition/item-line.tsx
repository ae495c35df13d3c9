import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { DecisionItem } from "../../../src/modules/exemplars/recognition/contract.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ExemplarLink } from "./exemplar-link.tsx";
import { say } from "./messages.ts";
import own from "./recognition.module.css";

type Changed = Pick<DecisionItem, "printedAs" | "deed" | "consent">;
type Props = {
  item: DecisionItem;
  facts: readonly string[];
  editable: boolean;
  onRemove(): Promise<unknown>;
  onSave(changed: Changed): Promise<unknown>;
};

/** One line of the list: the name as it is printed, and what stands in the way. */
export function ItemLine({ item, facts, editable, onRemove, onSave }: Props) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const remove = useMutation({ mutationFn: onRemove });
  const { exemplar, printedAs, why, consent, recognition } = item;
  const person = exemplar.kind === "person";
  if (editing)
    return (
      <li>
        <ItemForm
          item={item}
          onCancel={() => setEditing(false)}
          onSave={async (changed) => {
            await onSave(changed);
            setEditing(false);
          }}
        />
      </li>
    );
  return (
    <li>
      <div>
        <ExemplarLink id={exemplar.id} name={printedAs} />
        <div className={own["facts"]}>
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
        {person && consent === null && <p className={own["quiet"]}>{t(say("nameHidden"))}</p>}
        {why.length > 0 && (
          <ul className={own["why"]}>
            {why.map((reason) => (
              <li key={reason.vi}>{t(reason)}</li>
            ))}
          </ul>
        )}
        <ErrorNote error={remove.error} />
      </div>
      {recognition?.revokedOn && <StateBadge tone="attention">{t(say("revokedMark"))}</StateBadge>}
      {editable && (
        <div className={own["buttons"]}>
          <Button variant="default" size="compact-md" onClick={() => setEditing(true)}>
            {t(say("changeItem"))}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            loading={remove.isPending}
            aria-label={t(say("removeItem", { name: printedAs }))}
            onClick={() => remove.mutate()}
          >
            {t(say("remove"))}
          </Button>
        </div>
      )}
    </li>
  );
}

function ItemForm({ item, onSave, onCancel }: { item: DecisionItem; onSave(changed: Changed): Promise<unknown>; onCancel(): void }) {
  const t = useText();
  const person = item.exemplar.kind === "person";
  const [printedAs, setPrinted] = useState(item.printedAs);
  const [deed, setDeed] = useState(item.deed ?? "");
  const [consented, setConsented] = useState(item.consent !== null);
  const [on, setOn] = useState<string | null>(item.consent?.on ?? today());
  const [how, setHow] = useState(item.consent?.how ?? "");
  const save = useMutation({
    mutationFn: () =>
      onSave({
        printedAs,
        deed: person && deed.trim() ? deed : null,
        consent: person && consented && on && how.trim() ? { on, how } : null,
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={own["form"]} onSubmit={submit}>
      <TextInput
        label={t(say("printedAs"))}
        required
        maxLength={400}
        value={printedAs}
        onChange={(event) => setPrinted(event.currentTarget.value)}
      />
      {person && (
        <>
          <TextInput
            label={t(say("deed"))}
            description={t(say("deedHint"))}
            maxLength={400}
            value={deed}
            onChange={(event) => setDeed(event.currentTarget.value)}
          />
          <Checkbox label={t(say("hasConsent"))} checked={consented} onChange={(event) => setConsented(event.currentTarget.checked)} />
          {consented && (
            <div className={own["pair"]}>
              <DateInput label={t(say("consentOn"))} value={on} onChange={setOn} required />
              <TextInput
                label={t(say("consentHow"))}
                required
                maxLength={300}
                value={how}
                onChange={(event) => setHow(event.currentTarget.value)}
              />
            </div>
          )}
        </>
      )}
      <ErrorNote error={save.error} />
      <div className={own["buttons"]}>
        <ActButton type="submit" loading={save.isPending} missing={[printedAs.trim() === "" && t(say("printedAs"))]}>
          {t(say("save"))}
        </ActButton>
        <Button variant="default" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
