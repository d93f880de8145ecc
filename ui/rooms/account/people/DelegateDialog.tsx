/** Lets a colleague act in one's place for some days. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { useSession } from "../../../api/session";
import { DayField, moscowDay, SelectField, TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { beginOf, endOf } from "./days";
import { colleaguesOf, peopleOf, RIGHTS } from "./queries";
import { PermissionBoxes } from "./RightsFields";

/** Longest reason, in characters. */
const REASON_MAX = 200;

export function DelegateDialog({ organization, onClose }: { organization: string; onClose: () => void }) {
  const { own, user } = useSession();
  const lendable = RIGHTS.filter((right) => right !== "administer" && own.permissions.includes(right));
  const colleagues = (useQuery(colleaguesOf(organization)).data ?? []).filter((one) => one.user_id !== user.user_id);
  const today = moscowDay(new Date());
  const [to, setTo] = useState("");
  const [permissions, setPermissions] = useState<readonly string[]>([]);
  const [since, setSince] = useState(today);
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const body = () => ({ to_user_id: to, permissions: [...permissions], reason, starts_at: beginOf(since), ends_at: endOf(until) });
  const params = { path: { organization_id: organization }, header: { "Idempotency-Key": key } };
  return (
    <AskDialog
      title={say("client-delegation-ask-make")} verb={say("client-delegation-make")} done={say("client-delegation-done-make")} stale={peopleOf(organization)}
      isBarred={!to || permissions.length === 0 || !since || !until} fields={["to_user_id", "ends_at", "reason"]} onClose={onClose}
      act={() => answered(api.POST("/api/v1/account/organizations/{organization_id}/delegations", { params, body: body() }))}
    >
      {(wrong) => (
        <>
          <p>{say("client-delegation-about")}</p>
          <SelectField
            label={say("client-delegation-to")} value={to} onUpdate={setTo} error={wrong("to_user_id")} required
            options={[{ value: "", text: say("client-people-choose") }, ...colleagues.map((one) => ({ value: one.user_id, text: one.name ?? one.user_id }))]}
          />
          <PermissionBoxes legend={say("client-delegation-lets")} among={lendable} chosen={permissions} onChoose={setPermissions} />
          <div className="sv-pair">
            <DayField label={say("client-delegation-since")} value={since} onUpdate={setSince} required />
            <DayField label={say("client-delegation-until")} value={until} onUpdate={setUntil} error={wrong("ends_at")} required />
          </div>
          <TextField label={say("client-delegation-reason")} hint={say("client-delegation-reason-hint")} value={reason} onUpdate={setReason} maxLength={REASON_MAX} error={wrong("reason")} />
        </>
      )}
    </AskDialog>
  );
}
