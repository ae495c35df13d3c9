import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { Link, RubricContent, SelfLine, SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { linesOf, scaleOf, totalOf, type RoledLine } from "../../../src/modules/appraisal/domain.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "../appraisal.module.css";
import { AnswerInput, Criteria, showFirstWrong, wrongLines } from "../criteria.tsx";
import { say } from "../messages.ts";
import { typedPoints } from "../words.ts";

type Typed = { points: string; met: boolean | null; evidence: string; links: Link[] };
const empty: Typed = { points: "", met: null, evidence: "", links: [] };

const typedOf = (self: readonly SelfLine[]): Record<string, Typed> =>
  Object.fromEntries(
    self.map(({ line, points, met, evidence, links }) => [line, { points: points === null ? "" : grouped(points), met, evidence, links }]),
  );

type Props = { subject: SubjectDetail; content: RubricContent; onChanged(subject: SubjectDetail): void };

/** The unit's own scores with evidence: saved in parts, sent once. */
export function SelfForm({ subject, content, onChanged }: Props) {
  const t = useText();
  const { id, version } = subject;
  const { value: typed, setValue, restored, clear } = useDraft(`appraisal-self:${id}`, typedOf(subject.self));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const of = (key: string) => typed[key] ?? empty;
  const put = (key: string, part: Partial<Typed>) => {
    setValue((before) => ({ ...before, [key]: { ...(before[key] ?? empty), ...part } }));
    setWrong(({ [key]: _gone, ...others }) => others);
  };
  const lines = linesOf(content);
  const marks = Object.fromEntries(Object.entries(typed).map(([key, line]) => [key, { points: typedPoints(line.points), met: line.met }]));
  const isDone = ({ key, max }: RoledLine) => (max === null ? of(key).met !== null : typedPoints(of(key).points) !== null);
  const left = lines.filter((line) => line.role === "ordinary" && !isDone(line)).length;
  const input = () => ({
    id,
    version,
    lines: lines.flatMap(({ key, max }) => {
      const line = typed[key];
      return line
        ? [
            {
              line: key,
              points: max === null ? null : typedPoints(line.points),
              met: max === null ? line.met : null,
              evidence: line.evidence,
              links: line.links.filter((link) => link.id.trim() !== "" && link.label.trim() !== ""),
            },
          ]
        : [];
    }),
  });
  const failed = (error: unknown) => {
    const found = wrongLines(asApiError(error).fields);
    setWrong(found);
    showFirstWrong(found);
  };
  const save = useMutation({
    mutationFn: () => api.appraisal.subjects.save(input()),
    onSuccess: (changed) => {
      clear(typedOf(changed.self));
      onChanged(changed);
      showDone(t(say("saved")));
    },
    onError: failed,
  });
  const send = async () => {
    try {
      const kept = await api.appraisal.subjects.save(input());
      clear(typedOf(kept.self));
      onChanged(kept);
      onChanged(await api.appraisal.subjects.send({ id, version: kept.version }));
      showDone(t(say("selfSent")));
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  return (
    <>
      <p className={styles["quiet"]}>{t(say("selfNote"))}</p>
      <DraftNote restored={restored} onDiscard={() => clear(typedOf(subject.self))} />
      <Criteria
        content={content}
        wrong={wrong}
        done={isDone}
        answer={(line) => <AnswerInput line={line} value={of(line.key)} onChange={(answer) => put(line.key, answer)} />}
        below={(line) => (
          <div className={styles["form"]}>
            <Textarea
              label={t(say("evidence"))}
              aria-label={`${t(say("evidence"))}: ${line.text}`}
              placeholder={t(say("evidenceHint"))}
              autosize
              minRows={1}
              maxLength={4000}
              value={of(line.key).evidence}
              onChange={(event) => put(line.key, { evidence: event.currentTarget.value })}
            />
            <LinkRows line={line} links={of(line.key).links} onChange={(links) => put(line.key, { links })} />
          </div>
        )}
      />
      <ErrorNote error={save.error} />
      <div className={styles["bar"]}>
        <span>
          <strong>{t(say("total", { total: grouped(totalOf(content, marks)), of: grouped(scaleOf(content)) }))}</strong>
          <div className={styles["quiet"]}>{left === 0 ? t(say("allMarked")) : t(say("pending", { count: left }))}</div>
        </span>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t(say("save"))}
        </Button>
        <ConfirmButton
          variant="filled"
          question={t(say("sendSelfQuestion"))}
          consequence={t(say("sendSelfText"))}
          confirm={t(say("sendSelf"))}
          onConfirm={send}
        >
          {t(say("sendSelf"))}
        </ConfirmButton>
      </div>
    </>
  );
}

/** Where a thing inside the application stands, it is kept as a reference; any other address as it is. */
function linkOf(address: string, label: string): Link {
  const inside = /\/app\/(documents|activities|exemplars)\/([\w-]+)/.exec(address);
  const kinds = { documents: "document", activities: "activity", exemplars: "exemplar" } as const;
  const kind = inside ? kinds[inside[1] as keyof typeof kinds] : "address";
  return { kind, id: inside?.[2] ?? address, label };
}

function LinkRows({ line, links, onChange }: { line: RoledLine; links: Link[]; onChange(links: Link[]): void }) {
  const t = useText();
  const [address, setAddress] = useState("");
  const [label, setLabel] = useState("");
  const [opened, setOpened] = useState(false);
  return (
    <>
      {links.map((link) => (
        <div key={`${link.kind}${link.id}`} className={styles["line"]}>
          <span>{link.label}</span>
          <button
            type="button"
            className={styles["icon"]}
            aria-label={t(say("removeLink", { label: link.label }))}
            onClick={() => onChange(links.filter((each) => each !== link))}
          >
            <Icon name="trash" size={18} />
          </button>
        </div>
      ))}
      {opened ? (
        <div className={styles["line"]}>
          <TextInput
            label={t(say("linkAddress"))}
            type="url"
            maxLength={500}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <TextInput label={t(say("linkLabel"))} maxLength={300} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
          <Button
            variant="default"
            disabled={address.trim() === "" || label.trim() === ""}
            onClick={() => {
              onChange([...links, linkOf(address.trim(), label.trim())]);
              setAddress("");
              setLabel("");
              setOpened(false);
            }}
          >
            {t(say("add"))}
          </Button>
        </div>
      ) : (
        <div>
          <Button
            variant="default"
            size="compact-md"
            aria-label={`${t(say("addLink"))}: ${line.text}`}
            leftSection={<Icon name="link" size={16} />}
            onClick={() => setOpened(true)}
          >
            {t(say("addLink"))}
          </Button>
        </div>
      )}
    </>
  );
}
