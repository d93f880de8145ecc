/** The password, the address and the phone: what each is, and how it is changed. */
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { answered, api } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, ErrorState, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { ChangeEmail } from "./ChangeEmail";
import { ChangePassword } from "./ChangePassword";
import { ChangePhone } from "./ChangePhone";
import { contact, SECURITY } from "./queries";
import { SecurityCard } from "./SecurityCard";

type Asked = "password" | "email" | "confirm" | "phone";

export function WaysIn() {
  const { user } = useSession();
  const asked = useQuery(contact());
  const [dialog, setDialog] = useState<Asked | undefined>();
  const close = () => setDialog(undefined);
  const button = (what: Asked, text: string) => <Button view="outlined" size="m" onClick={() => setDialog(what)}>{text}</Button>;
  if (asked.error && !asked.data) return <section className="sv-card"><ErrorState error={asked.error} retry={() => void asked.refetch()} /></section>;
  const { email_confirmed_at: confirmed, phone } = asked.data ?? {};
  return (
    <SecurityCard title={say("client-security-ways")} about={say("client-security-ways-about")}>
      {asked.isPending ? <Skeleton rows={3} /> : (
        <ul className="sv-secure">
          <Row name={say("client-security-password")} acts={user.login && button("password", say("client-security-password-change"))}>
            {say(user.login ? "client-security-password-about" : "client-security-password-needs-email")}
          </Row>
          <Row
            name={say("client-security-email")}
            acts={<>{user.login && !confirmed && button("confirm", say("client-security-confirm"))}{button("email", say(user.login ? "client-security-email-change" : "client-security-email-add"))}</>}
          >
            {user.login || say("client-security-none")}{" "}
            {user.login && <StatusBadge tone={confirmed ? "good" : "wait"}>{say(confirmed ? "client-security-confirmed" : "client-security-unconfirmed")}</StatusBadge>}
          </Row>
          <Row name={say("client-security-phone")} acts={button("phone", say(phone ? "client-security-phone-change" : "client-security-phone-add"))}>
            {phone ? <>{phone} <StatusBadge tone="good">{say("client-security-confirmed")}</StatusBadge></> : say("client-security-none")}
          </Row>
        </ul>
      )}
      {dialog === "password" && <ChangePassword onClose={close} />}
      {dialog === "email" && <ChangeEmail onClose={close} />}
      {dialog === "phone" && <ChangePhone onClose={close} />}
      {dialog === "confirm" && (
        <AskDialog
          title={say("client-security-confirm-ask")} verb={say("client-security-confirm-send")} done={say("client-security-letter-sent")} stale={SECURITY} width="s"
          act={() => answered(api.POST("/api/v1/account/email/confirmations"))} onClose={close}
        >
          <p>{say("client-security-confirm-about", { email: user.login })}</p>
        </AskDialog>
      )}
    </SecurityCard>
  );
}

function Row({ name, acts, children }: { name: string; acts: ReactNode; children: ReactNode }) {
  return (
    <li>
      <div className="sv-secure__what"><strong>{name}</strong><div className="sv-dim">{children}</div></div>
      <div className="sv-acts">{acts}</div>
    </li>
  );
}
