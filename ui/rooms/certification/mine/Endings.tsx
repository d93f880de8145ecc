/** Certificates of the caller that come to their end or have come to it, each with the way to the next one. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { day, moscowDay, Notice } from "../../../parts";
import { say } from "../../../words";
import { myCertificates, type Mine } from "./queries";
import { renewalOf } from "./words";

export function Endings() {
  const ending = useQuery(myCertificates()).data?.items.filter((one) => one.ending) ?? [];
  return ending.map((one) => <Ending key={one.certificate_id} certificate={one} />);
}

function Ending({ certificate }: { certificate: Mine }) {
  const { ending, subject: name, days_left: count, certificate_id: certificateId } = certificate;
  const until = day(moscowDay(new Date(certificate.not_after)));
  return (
    <Notice tone={ending === "close" || ending === "over" ? "stop" : "mine"}>
      {ending === "over" ? say("client-ending-over", { name, until }) : say("client-ending-soon", { name, until, count })}{" "}
      {renewalOf(certificate) === "renewal"
        ? <Link to="/certificates/renewal/$certificateId" params={{ certificateId }}>{say("client-ending-renew")}</Link>
        : <Link to={renewalOf(certificate) === "request" ? "/certificates/request" : "/certificates/apply"}>{say("client-ending-next")}</Link>}
    </Notice>
  );
}
