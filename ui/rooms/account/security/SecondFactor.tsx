/** The second step of signing in: a generator of codes, and codes for the day when it is lost. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Button, ErrorState, Notice, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { PasswordDialog } from "./PasswordDialog";
import { secondFactor, SECURITY } from "./queries";
import { RecoveryCodes } from "./RecoveryCodes";
import { SecondWays } from "./SecondWays";
import { SecurityCard } from "./SecurityCard";
import { TurnOnTotp } from "./TurnOnTotp";

/** So few codes are told of: ten are made. */
const FEW_CODES = 3;

type Asked = "on" | "off" | "codes" | "ways";

export function SecondFactor() {
  const asked = useQuery(secondFactor());
  const [dialog, setDialog] = useState<Asked | undefined>();
  const [codes, setCodes] = useState<readonly string[] | undefined>();
  const close = () => setDialog(undefined);
  const state = asked.data;
  const isOn = state !== undefined && (state.has_totp || state.has_phone || state.has_passkey);
  return (
    <SecurityCard
      title={say("client-security-second")} about={say("client-security-second-about")}
      act={state && <StatusBadge tone={isOn ? "good" : "wait"}>{say(isOn ? "client-security-second-on" : "client-security-second-off")}</StatusBadge>}
    >
      {asked.isPending && <Skeleton rows={1} />}
      {asked.error && !state && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {state && !state.has_totp && <Button view="action" size="l" onClick={() => setDialog("on")}>{say("client-security-second-turn-on")}</Button>}
      {state && (
        <p>
          <Button view="flat" size="m" onClick={() => setDialog("ways")}>{say("client-second-ways")}</Button>{" "}
          {[state.has_phone && say("client-second-ways-phone"), state.has_passkey && say("client-second-ways-passkey")].filter(Boolean).join(", ")}
        </p>
      )}
      {isOn && (
        <>
          {state.recovery_codes <= FEW_CODES && <Notice tone="mine">{say("client-security-codes-few")}</Notice>}
          <p>{say("client-security-codes-left", { count: state.recovery_codes })}</p>
          <div className="sv-acts">
            <Button view="outlined" size="m" onClick={() => setDialog("codes")}>{say("client-security-codes-renew")}</Button>
            {state.has_totp && <Button view="flat" size="m" onClick={() => setDialog("off")}>{say("client-security-second-turn-off")}</Button>}
          </div>
        </>
      )}
      {dialog === "on" && <TurnOnTotp onCodes={setCodes} onClose={close} />}
      {dialog === "off" && (
        <PasswordDialog
          title={say("client-security-second-off-ask")} verb={say("client-security-second-turn-off")} done={say("client-security-second-off-done")}
          stale={SECURITY} isDanger width="s" onClose={close}
          act={(password) => answered(api.POST("/api/v1/account/second-factor/remove", { body: { password } }))}
        >
          <p>{say("client-security-second-off-about")}</p>
        </PasswordDialog>
      )}
      {dialog === "codes" && (
        <PasswordDialog
          title={say("client-security-codes-ask")} verb={say("client-security-codes-renew")} stale={SECURITY} width="s" onClose={close}
          act={async (password) => setCodes((await answered(api.POST("/api/v1/account/second-factor/recovery-codes", { body: { password } }))).codes)}
        >
          <p>{say("client-security-codes-renew-about")}</p>
        </PasswordDialog>
      )}
      {dialog === "ways" && state && <SecondWays present={state} onCodes={setCodes} onClose={close} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </SecurityCard>
  );
}
