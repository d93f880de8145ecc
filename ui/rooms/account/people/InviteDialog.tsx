/** Invites somebody by their address. */
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { peopleOf } from "./queries";
import { PermissionBoxes } from "./RightsFields";

export function InviteDialog({ organization, onClose }: { organization: string; onClose: () => void }) {
  const [address, setAddress] = useState("");
  const [permissions, setPermissions] = useState<readonly string[]>(["read"]);
  const [key] = useState(newKey);
  const params = { path: { organization_id: organization }, header: { "Idempotency-Key": key } };
  return (
    <AskDialog
      title={say("client-people-ask-invite")} verb={say("client-people-invite")} done={say("client-people-done-invite")} stale={peopleOf(organization)}
      isBarred={!address.includes("@")} width="s" onClose={onClose} fields={["address"]}
      act={() => answered(api.POST("/api/v1/account/organizations/{organization_id}/invitations", {
        params, body: { address: address.trim(), permissions: [...permissions] },
      }))}
    >
      {(wrong) => (
        <>
          <p>{say("client-people-about-invite")}</p>
          <TextField type="email" inputMode="email" label={say("client-people-address")} value={address} onUpdate={setAddress} error={wrong("address")} autoFocus required />
          <PermissionBoxes chosen={permissions} onChoose={setPermissions} />
        </>
      )}
    </AskDialog>
  );
}
