import { Button, Group, Radio, Stack, Switch } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Document } from "../../src/modules/documents/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { showInstant } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { useServerForm } from "../ui/form.ts";
import { KeyValue } from "../ui/key-value.tsx";
import { Section } from "../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import styles from "./documents.module.css";
import { IssuerDialog } from "./issuer-dialog.tsx";
import { say } from "./messages.ts";
import { showPartialDate } from "./partial-date.ts";

const size = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const readableSize = (bytes: number) => (bytes < 1_000_000 ? `${size.format(bytes / 1000)} kB` : `${size.format(bytes / 1_000_000)} MB`);

/** What the register says about a document, and the few things that a person sets: issuer as a unit, who sees it. */
export function EntrySection({ document }: { document: Document }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const { issuerUnit } = document;
  const issuerShown = issuerUnit?.name ?? (
    <>
      <span className={styles["missing"]}>{t(say("issuerUnitMissing"))}</span> {document.can.review && <IssuerDialog document={document} />}
    </>
  );
  return (
    <Section
      title={t(say("entry"))}
      actions={
        document.can.review &&
        !editing && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {t(say("change"))}
          </Button>
        )
      }
    >
      {editing ? (
        <EntryForm document={document} onDone={() => setEditing(false)} />
      ) : (
        <KeyValue
          items={[
            [t(say("docType")), document.docType],
            [t(say("number")), document.number],
            [t(say("date")), showPartialDate(document.date)],
            [t(say("place")), document.place],
            [t(say("issuer")), document.issuer],
            [t(say("issuerUnit")), issuerShown],
            [t(say("unit")), document.unit.name],
            [t(say("audience")), t(say(document.audience === "unit" ? "audienceUnit" : "audienceInstallation"))],
            [t(say("internalMark")), t(say(document.internal ? "yes" : "no"))],
            [t(say("file")), `${document.fileName} (${readableSize(document.fileSize)})`],
            [t(say("uploadedBy")), t(say("uploadedByAt", { name: document.uploadedBy, at: showInstant(document.uploadedAt) }))],
            [
              t(say("reviewedBy")),
              document.reviewedBy && document.reviewedAt
                ? t(say("uploadedByAt", { name: document.reviewedBy, at: showInstant(document.reviewedAt) }))
                : null,
            ],
          ]}
        />
      )}
    </Section>
  );
}

function EntryForm({ document, onDone }: { document: Document; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const form = useServerForm<{ issuerUnitId: PickedUnit[]; audience: string; internal: boolean }>({
    initialValues: {
      issuerUnitId: document.issuerUnit ? [document.issuerUnit] : [],
      audience: document.audience,
      internal: document.internal,
    },
  });
  return (
    <form
      onSubmit={form.submit(async ({ issuerUnitId, audience, internal }) => {
        const changed = await api.documents.setEntry({
          id: document.id,
          version: document.version,
          issuerUnitId: issuerUnitId[0]?.id ?? null,
          audience: audience === "installation" ? "installation" : "unit",
          internal,
        });
        client.setQueryData(orpc.documents.get.queryKey({ input: { id: document.id } }), changed);
        await client.invalidateQueries({ queryKey: orpc.documents.key() });
        onDone();
      })}
    >
      <Stack maw="40rem">
        <UnitPicker
          label={t(say("issuerUnit"))}
          description={t(say("issuerUnitHint"))}
          value={form.values.issuerUnitId}
          onChange={(units) => form.setFieldValue("issuerUnitId", units)}
          error={form.errors["issuerUnitId"]}
        />
        <Radio.Group label={t(say("audience"))} {...form.getInputProps("audience")}>
          <Stack gap="xs" mt="xs">
            <Radio value="unit" label={t(say("audienceUnit"))} />
            <Radio value="installation" label={t(say("audienceInstallation"))} />
          </Stack>
        </Radio.Group>
        <Switch label={t(say("internal"))} {...form.getInputProps("internal", { type: "checkbox" })} />
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("save"))}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
