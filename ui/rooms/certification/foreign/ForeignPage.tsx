/** A certificate of another authority: a request for it is made here, and the issued certificate is brought back. */
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../api/session";
import { Page } from "../../../parts";
import { say } from "../../../words";
import { NewKey } from "../key/NewKey";
import type { Purpose } from "../key/pending";
import { Bring } from "./Bring";
import { RequestForm } from "./RequestForm";

export function ForeignPage() {
  const { own, user } = useSession();
  const purpose: Purpose = `request:${own.organization.organization_id}`;
  return (
    <Page title={say("client-foreign")} back={<Link to="/certificates">← {say("client-place-certificates")}</Link>} about={say("client-foreign-about")}>
      <section className="sv-card" aria-labelledby="foreign-request">
        <h2 id="foreign-request">{say("client-foreign-request")}</h2>
        <NewKey purpose={purpose} name={`${own.organization.name}, ${user.name}`}>
          {(key) => <RequestForm entry={key} />}
        </NewKey>
      </section>
      <section className="sv-card" aria-labelledby="foreign-bring">
        <h2 id="foreign-bring">{say("client-foreign-bring")}</h2>
        <Bring purpose={purpose} />
      </section>
    </Page>
  );
}
