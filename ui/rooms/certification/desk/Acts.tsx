/** Acts upon the whole application: the server says which this person may do now, in which order they are offered is said here. */
import type { UseMutationResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Dialog, errorWords, Menu, Notice, told, useKeys } from "../../../parts";
import { say } from "../../../words";
import { Refusals } from "./Refusals";
import type { Act, Seen } from "./queries";

type Acting = UseMutationResult<unknown, Error, Act>;

/** Buttons; the rest is in the menu. */
const MAIN: readonly Act[] = ["approve", "reject"];
const RARE: readonly Act[] = ["prove_in_person", "doubt", "release"];
/** After these the application is no longer this operator's. */
const LAST: readonly Act[] = ["approve", "reject", "release"];

export function Acts({ seen, acting }: { seen: Seen; acting: Acting }) {
  const [asked, setAsked] = useState<Act | undefined>();
  const can = (act: Act) => seen.acts.includes(act);
  const holds = can("release");
  const main = MAIN.filter(can);
  const rare = RARE.filter(can);
  const first = main[0];
  useKeys({ "Ctrl+Enter": () => { if (first && !asked) setAsked(first); } });
  // An office has one act, and it is the main one.
  const isOffice = !holds && !can("claim");
  return (
    <>
      {can("claim") && !holds && (
        <Button view="action" size="l" loading={acting.isPending} onClick={() => acting.mutate("claim")}>{say("client-desk-do-claim")}</Button>
      )}
      {holds && main.length === 0 && <span className="sv-dim">{say("client-desk-to-judge", { count: toJudge(seen) })}</span>}
      {main.map((act, index) => <Button key={act} view={index === 0 ? "action" : "outlined"} size="l" onClick={() => setAsked(act)}>{say(`client-desk-do-${act}`)}</Button>)}
      {isOffice && rare.map((act) => <Button key={act} view="action" size="l" onClick={() => setAsked(act)}>{say(`client-desk-do-${act}`)}</Button>)}
      {!isOffice && rare.length > 0 && (
        <Menu name={say("client-more-acts")} view="outlined" groups={[rare.map((act) => ({ text: say(`client-desk-do-${act}`), act: () => setAsked(act), isDanger: act === "doubt" }))]}>
          {say("client-more-acts")}
        </Menu>
      )}
      {asked && <ActDialog act={asked} seen={seen} acting={acting} onClose={() => { setAsked(undefined); }} />}
    </>
  );
}

function toJudge(seen: Seen): number {
  return seen.application.items.filter((item) => item.state === "unseen" || item.state === "absent").length;
}

/** Says what the act means before it is done. */
function ActDialog({ act, seen, acting, onClose }: { act: Act; seen: Seen; acting: Acting; onClose: () => void }) {
  const navigate = useNavigate();
  const isFirstOfTwo = act === "approve" && seen.has_second_look && !seen.first_approver_id;
  const about = isFirstOfTwo ? "approve-first" : act;
  const apply = () => acting.mutate(act, {
    onSuccess: () => {
      told(say(`client-desk-done-${about}`));
      onClose();
      if (LAST.includes(act)) void navigate({ to: "/desk" });
    },
  });
  return (
    <Dialog
      title={say(`client-desk-ask-${act}`)} verb={say(`client-desk-do-${act}`)} width="s" isBusy={acting.isPending}
      isDanger={act === "reject" || act === "doubt"} onApply={apply} onClose={onClose}
    >
      <p>{say(`client-desk-about-${about}`)}</p>
      {act === "reject" && <Refusals seen={seen} />}
      {acting.error && <Notice tone="stop">{errorWords(acting.error).title}</Notice>}
    </Dialog>
  );
}
