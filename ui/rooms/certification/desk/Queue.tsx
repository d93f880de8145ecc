/** The operators' queue: what waits, how long it may, who is at work on it. Oldest first, so what is late stands first. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { Button, EmptyState, ErrorState, Page, Skeleton, TextField } from "../../../parts";
import { say } from "../../../words";
import { Lines } from "./Lines";
import { myDesk } from "./queries";
import { RevokeDialog } from "./RevokeDialog";

export function Queue() {
  const me = useQuery(myDesk);
  const [isRevoking, setRevoking] = useState(false);
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  const { roles, is_administrator: isAdministrator } = me.data;
  const isOperator = roles.includes("operator");
  return (
    <Page
      title={say("client-place-desk")}
      about={say(isOperator ? "client-desk-about" : "client-desk-about-office")}
      actions={
        <>
          {isAdministrator && <Link className="sv-link" to="/desk/places">{say("client-desk-places")}</Link>}
          {isOperator && <Button view="outlined" size="l" onClick={() => setRevoking(true)}>{say("client-desk-revoke")}</Button>}
        </>
      }
    >
      {roles.length === 0 && <EmptyState title={say("client-desk-barred")} text={say("client-desk-barred-text")} />}
      {roles.length > 0 && <ByNumber />}
      {roles.length > 0 && <Lines isOperator={isOperator} />}
      {isRevoking && <RevokeDialog onClose={() => setRevoking(false)} />}
    </Page>
  );
}

const NUMBER = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A person who came stands at the desk with a printed application: its number opens it, whatever its state. */
function ByNumber() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const number = typed.trim().toLowerCase();
    if (NUMBER.test(number)) void navigate({ to: "/desk/$applicationId", params: { applicationId: number } });
    else setWrong(true);
  };
  return (
    <form className="sv-by-number" onSubmit={open}>
      <TextField
        label={say("client-desk-number")}
        value={typed}
        onUpdate={(text) => { setTyped(text); setWrong(false); }}
        error={isWrong ? say("client-desk-number-wrong") : undefined}
        maxLength={40}
      />
      <Button view="outlined" size="l" type="submit">{say("client-desk-open")}</Button>
    </form>
  );
}
