import { Button, Group, Modal, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Document } from "../../src/modules/documents/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";

/** Says which unit of the directory issued a document: until then "mỗi xã" means nobody. One question, where it is missed. */
export function IssuerDialog({ document }: { document: Document }) {
  const t = useText();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [units, setUnits] = useState<PickedUnit[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      // The entry's version moves with every act of a review; the issuer is set on what it is now.
      const { version } = await api.documents.get({ id: document.id });
      const changed = await api.documents.setEntry({ id: document.id, version, issuerUnitId: units[0]?.id ?? null });
      client.setQueryData(orpc.documents.get.queryKey({ input: { id: document.id } }), changed);
      await client.invalidateQueries({ queryKey: orpc.documents.unresolved.key() });
      setOpened(false);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {t(say("chooseIssuer"))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("chooseIssuer"))}
        closeButtonProps={{ "aria-label": t(say("cancel")) }}
      >
        <Stack>
          {document.issuer && <span>{t(say("issuerPrinted", { issuer: document.issuer }))}</span>}
          <UnitPicker focused label={t(say("issuerUnit"))} description={t(say("issuerUnitHint"))} value={units} onChange={setUnits} />
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t(say("cancel"))}
            </Button>
            <Button loading={busy} disabled={units.length === 0} onClick={() => void save()}>
              {t(say("save"))}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
