/** What an application says, to be read: its fields with their verdicts. For the applicant and for the desk alike. */
import { moment, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { fieldsOf, type Application, type Brief, type Item } from "./queries";
import { itemName, itemWords, reasonWords, shownValue } from "./words";

/** Why it is made, for whom its identity stands, when what was done. */
export function ApplicationFacts({ application }: { application: Brief }) {
  const { kind, identity, created_at, submitted_at, consented_at, installed_at, papers_deleted_at } = application;
  const moments = [
    ["created", created_at], ["submitted", submitted_at], ["consented", consented_at], ["installed", installed_at], ["papers-deleted", papers_deleted_at],
  ] as const;
  return (
    <dl className="sv-facts">
      <div><dt>{say("client-apply-kind")}</dt><dd>{say(`client-apply-kind-${kind}`)}</dd></div>
      <div><dt>{say("client-apply-identity")}</dt><dd>{say(`client-apply-identity-${identity}`)}</dd></div>
      {moments.map(([word, at]) => at && <div key={word}><dt>{say(`client-apply-at-${word}`)}</dt><dd>{moment(at)}</dd></div>)}
    </dl>
  );
}

/** The fields, each with its value and its verdict. */
export function FieldFacts({ application }: { application: Application }) {
  return (
    <dl className="sv-facts">
      {fieldsOf(application).map((item) => (
        <div key={item.item}>
          <dt>{itemName(item.item)}</dt>
          <dd>{item.value ? shownValue(item.item, item.value) : "—"} <Verdict item={item} /></dd>
        </div>
      ))}
    </dl>
  );
}

/** The verdict on one item; why, where it was refused. */
export function Verdict({ item }: { item: Item }) {
  const { tone, text } = itemWords(item);
  return (
    <>
      <StatusBadge tone={tone}>{text}</StatusBadge>
      {item.state === "refused" && item.reason && <div className="sv-field__error">{reasonWords(item.reason, item.comment)}</div>}
    </>
  );
}
