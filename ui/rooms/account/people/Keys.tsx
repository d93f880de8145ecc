/** Keys of programs through which people sign in. The secret is shown once, when it is made. */
import { useState } from "react";
import { answered, api, newKey, type Shapes } from "../../../api/client";
import { Button, Dialog, moment, Notice, StatusBadge, TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { PeoplePage } from "./PeoplePage";
import { ProgramRules } from "./ProgramRules";
import { peopleOf } from "./queries";

type Key = Shapes["IntegratorKeyView"];
type Created = Shapes["CreatedKeyView"];

/** Longest name, in characters. */
const NAME_MAX = 200;

export function Keys() {
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Created | undefined>();
  return (
    <PeoplePage actions={<Button view="action" size="l" onClick={() => setMaking(true)}>{say("client-key-program-make")}</Button>}>
      {(organization) => (
        <>
          <List organization={organization} />
          {isMaking && <MakeDialog organization={organization} onMade={setMade} onClose={() => setMaking(false)} />}
          {made && <Shown made={made} onClose={() => setMade(undefined)} />}
        </>
      )}
    </PeoplePage>
  );
}

function List({ organization }: { organization: string }) {
  const [revoked, setRevoked] = useState<Key | undefined>();
  const [ruled, setRuled] = useState<Key | undefined>();
  const path = { organization_id: organization };
  const asked = usePaged([...peopleOf(organization), "keys"], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/integrator-keys", { params: { path, query } })));
  return (
    <>
      <PagedTable
        asked={asked} name={say("client-people-tab-keys")} idOf={(one) => one.integrator_key_id} nameOf={(one) => one.name}
        empty={{ title: say("client-key-program-none"), text: say("client-key-program-about") }}
        columns={[
          { key: "document", name: say("client-key-program-name"), width: "wide", cell: (one) => <><span className="sv-called">{one.name}</span><div className="sv-dim sv-file__name">{one.client_id}</div></> },
          { key: "state", name: say("client-column-state"), cell: (one) => <StatusBadge tone={one.ended_at ? "stop" : "good"}>{say(one.ended_at ? "client-key-program-ended" : "client-key-program-works")}</StatusBadge> },
          { key: "when", name: say("client-people-since"), cell: (one) => moment(one.created_at) },
          { key: "acts", name: say("client-column-acts"), cell: (one) => !one.ended_at && <><Button view="flat" size="m" onClick={() => setRuled(one)}>{say("client-openid-open")}</Button><Button view="flat" size="m" onClick={() => setRevoked(one)}>{say("client-people-withdraw")}</Button></> },
        ]}
      />
      {ruled && <ProgramRules organization={organization} key={ruled.integrator_key_id} program={ruled.integrator_key_id} name={ruled.name} onClose={() => setRuled(undefined)} />}
      {revoked && (
        <AskDialog
          title={say("client-key-program-ask-end", { name: revoked.name })} verb={say("client-people-withdraw")} done={say("client-key-program-done-end")}
          stale={peopleOf(organization)} isDanger width="s" onClose={() => setRevoked(undefined)}
          act={() => answered(api.DELETE("/api/v1/account/organizations/{organization_id}/integrator-keys/{integrator_key_id}", {
            params: { path: { ...path, integrator_key_id: revoked.integrator_key_id } },
          }))}
        >
          <p>{say("client-key-program-about-end")}</p>
        </AskDialog>
      )}
    </>
  );
}

function MakeDialog({ organization, onMade, onClose }: { organization: string; onMade: (made: Created) => void; onClose: () => void }) {
  const [name, setName] = useState("");
  const [key] = useState(newKey);
  const params = { path: { organization_id: organization }, header: { "Idempotency-Key": key } };
  return (
    <AskDialog
      title={say("client-key-program-make")} verb={say("client-key-program-make")} done={say("client-key-program-done")} stale={peopleOf(organization)}
      isBarred={name.trim() === ""} width="s" fields={["name"]} onClose={onClose}
      act={async () => onMade(await answered(api.POST("/api/v1/account/organizations/{organization_id}/integrator-keys", { params, body: { name: name.trim() } })))}
    >
      {(wrong) => (
        <>
          <p>{say("client-key-program-about")}</p>
          <TextField label={say("client-key-program-name")} hint={say("client-key-program-name-hint")} value={name} onUpdate={setName} maxLength={NAME_MAX} error={wrong("name")} autoFocus required />
        </>
      )}
    </AskDialog>
  );
}

function Shown({ made, onClose }: { made: Created; onClose: () => void }) {
  const [copied, setCopied] = useState("");
  const copy = (what: string, text: string) => void navigator.clipboard.writeText(text).then(() => setCopied(what));
  const line = (what: "id" | "secret", text: string) => (
    <div>
      <dt>{say(`client-key-program-${what}`)}</dt>
      <dd className="sv-file__name">{text} <Button view="outlined" size="m" onClick={() => copy(what, text)}>{say(copied === what ? "client-key-program-copied" : "client-key-program-copy")}</Button></dd>
    </div>
  );
  return (
    <Dialog title={say("client-key-program-made", { name: made.key.name })} verb={say("client-key-program-kept")} onApply={onClose} onClose={onClose} footer={<Button view="action" size="l" onClick={onClose}>{say("client-key-program-kept")}</Button>}>
      <Notice tone="mine">{say("client-key-program-once")}</Notice>
      <dl className="sv-facts">{line("id", made.key.client_id)}{line("secret", made.secret)}</dl>
    </Dialog>
  );
}
