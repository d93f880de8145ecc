/** One application at the desk: each field beside its scan, a verdict on each, the decision, who did what. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Refused } from "../../../api/refusal";
import { useSession } from "../../../api/session";
import { ErrorState, moment, Notice, Page, Skeleton, StatusBadge } from "../../../parts";
import { Nothing } from "../../../shell/Nothing";
import { say } from "../../../words";
import { ApplicationTimeline } from "../application/ApplicationTimeline";
import { inOrder } from "../application/queries";
import { stageWords } from "../application/words";
import { Acts } from "./Acts";
import { timeLeft } from "./clock";
import { ItemList } from "./ItemList";
import { scanBeside, valueOf } from "./items";
import { Lost } from "./Lost";
import { useNames } from "./names";
import { actOn, seenOf, useDeskWrite, type Act, type ItemName, type Seen } from "./queries";
import { ScanPane } from "./ScanPane";

export function DeskApplication() {
  const { applicationId } = useParams({ from: "/desk/$applicationId" });
  const asked = useQuery(seenOf(applicationId));
  if (asked.isPending) return <Skeleton rows={10} />;
  if (!asked.data) {
    if (asked.error instanceof Refused && asked.error.isAbsent) return <Nothing />;
    return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  }
  return <Shown key={applicationId} seen={asked.data} />;
}

function Shown({ seen }: { seen: Seen }) {
  const { application } = seen;
  const items = inOrder(application.items);
  const [at, setAt] = useState<ItemName | undefined>(() => (items.find((one) => one.state === "unseen") ?? items[0])?.item);
  const [chosenScan, setScan] = useState<ItemName | undefined>(at && scanBeside(at));
  const acting = useDeskWrite((act: Act) => actOn(application.application_id, act));
  const names = useNames(seen.people);
  const look = (item: ItemName) => {
    setAt(item);
    setScan(scanBeside(item));
  };
  return (
    <Page
      title={[valueOf(items, "surname"), valueOf(items, "given_name")].filter(Boolean).join(" ") || say("client-desk-unnamed")}
      back={<Link to="/desk">← {say("client-place-desk")}</Link>}
      about={<About seen={seen} />}
      actions={<Acts seen={seen} acting={acting} />}
    >
      {acting.error && <Lost error={acting.error} first={seen.claim ? names(seen.claim.by_user_id) : undefined} />}
      <Standing seen={seen} />
      <div className="sv-desk">
        <ItemList seen={seen} at={at} onLook={look} />
        <ScanPane seen={seen} chosen={chosenScan} onChoose={setScan} />
      </div>
      <ApplicationTimeline application={application} names={(userId) => (userId === application.holder_user_id ? say("client-desk-applicant") : names(userId))} />
    </Page>
  );
}

function About({ seen }: { seen: Seen }) {
  const { application } = seen;
  const stage = stageWords(application.stage);
  const left = application.stage === "under_check" ? timeLeft(application.place?.due_on, seen.now) : undefined;
  return (
    <>
      <div>
        {say(`client-apply-kind-${application.kind}`)} · <strong>{seen.organization}</strong>{" "}
        <span className="sv-dim">{say("client-inn", { inn: seen.organization_inn })} · {say(`client-desk-line-${seen.line}`)}</span>
      </div>
      <div className="sv-badges">
        <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>
        {left && <StatusBadge tone={left.tone}>{left.text}</StatusBadge>}
        <StatusBadge tone={application.identity === "doubted" ? "stop" : application.identity === "claimed" ? "mine" : "good"}>
          {say("client-apply-identity")}: {say(`client-apply-identity-${application.identity}`)}
        </StatusBadge>
      </div>
    </>
  );
}

/** Who is at work, who looked first, and why the reader may not decide. */
function Standing({ seen }: { seen: Seen }) {
  const { user } = useSession();
  const names = useNames(seen.people);
  const { application, claim, first_approver_id: first } = seen;
  if (application.stage !== "under_check") return null;
  const isMine = claim?.by_user_id === user.user_id;
  return (
    <>
      {claim && <Notice tone={isMine ? "good" : "mine"}>{say(isMine ? "client-desk-mine" : "client-desk-others", { who: names(claim.by_user_id), at: moment(claim.until) })}</Notice>}
      {first && <Notice tone="wait">{say(first === user.user_id ? "client-desk-was-first" : "client-desk-first-look", { who: names(first) })}</Notice>}
      {!first && isMine && seen.has_second_look && <Notice tone="wait">{say("client-desk-second-after")}</Notice>}
      {application.holder_user_id === user.user_id && <Notice tone="stop">{say("client-desk-own")}</Notice>}
    </>
  );
}
