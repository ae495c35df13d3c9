import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { today } from "../ui/dates.ts";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { CampaignForm } from "./campaign-form.tsx";
import { say } from "./messages.ts";
import { newCampaign } from "./written.ts";

/** A campaign is prepared here; it opens on its own page. */
export function NewCampaignPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t(say("newCampaign"))} note={t(say("newNote"))} back={{ to: "/awards", text: t(say("toList")) }} />
      <CampaignForm
        thing="award-campaign:new"
        initial={newCampaign(today())}
        send={(input) => api.awards.campaigns.create(input)}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: orpc.awards.key() });
          showDone(t(say("saved")));
          void navigate({ to: "/awards/$campaignId", params: { campaignId: id } });
        }}
      />
    </>
  );
}
