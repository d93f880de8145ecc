/** One certificate of the caller: what it signs, until when, where its key lives, what can be done with it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { day, errorWords, Menu, moscowDay, Notice, SelectField, StatusBadge, type MenuAct } from "../../../parts";
import { say } from "../../../words";
import { useSession } from "../../../api/session";
import { save } from "../../exchange/download";
import { myCertificates, setKeyPlace, type Act, type Mine } from "./queries";
import { isComingBack, renewalOf, signs, standing } from "./words";

const KEY_PLACES = ["browser", "file", "token", "cloud"] as const;
type KeyPlace = (typeof KEY_PLACES)[number];

/** What is asked about before it is done. */
export type Asked = Act | "revoke" | "replace";

export interface CertificateCardProps {
  certificate: Mine;
  /** The person it names, once it was read. */
  holder: string | undefined;
  /** Its key is in this browser. */
  isHere: boolean;
  onAsk: (asked: Asked) => void;
}

export function CertificateCard({ certificate, holder, isHere, onAsk }: CertificateCardProps) {
  const { owned } = useSession();
  const heading = useId();
  const now = new Date();
  const { tone, text } = isComingBack(certificate, now) ? { tone: "wait" as const, text: say("client-mine-coming-back") } : standing(certificate, now);
  const organization = owned.find((one) => one.organization.organization_id === certificate.organization_id)?.organization.name;
  const canRenew = renewalOf(certificate) === "renewal";
  return (
    <li className="sv-card" data-tid={`certificate-${certificate.serial}`} aria-labelledby={heading}>
      <div className="sv-mine__head">
        <div>
          <h2 id={heading}>{holder || certificate.subject}</h2>
          <div className="sv-dim">{[...new Set([holder && certificate.subject, organization, certificate.issuer])].filter(Boolean).join(" · ")}</div>
        </div>
        <div className="sv-acts">
          <StatusBadge tone={tone}>{text}</StatusBadge>
          {certificate.origin === "imported" && <StatusBadge tone="wait">{say("client-mine-imported")}</StatusBadge>}
        </div>
      </div>
      <div className="sv-mine__facts">
        <dl>
          <dt>{say("client-mine-signs")}</dt>
          <dd><Signs certificate={certificate} /></dd>
        </dl>
        <dl>
          <dt>{say("client-certificate-until")}</dt>
          <dd>{day(moscowDay(new Date(certificate.not_after)))}{certificate.is_alive && <div className="sv-dim">{say("client-certificate-ending", { count: certificate.days_left })}</div>}</dd>
        </dl>
        <div>
          <KeyPlaceField certificate={certificate} />
          {isHere && <div className="sv-dim">{say("client-mine-here")}</div>}
        </div>
      </div>
      <div className="sv-acts">
        {canRenew && (
          <Link to="/certificates/renewal/$certificateId" params={{ certificateId: certificate.certificate_id }} className="sv-file-button">
            {say(certificate.ending ? "client-mine-renew-soon" : "client-mine-renew")}
          </Link>
        )}
        <Menu name={say("client-mine-acts", { serial: certificate.serial })} view="outlined" groups={actsOf(certificate, onAsk)}>{say("client-mine-more")}</Menu>
      </div>
      <details className="sv-certificate">
        <summary>{say("client-mine-numbers")}</summary>
        <p className="sv-file__name">{say("client-certificate-serial", { serial: certificate.serial })}</p>
        <p className="sv-file__name">{say("client-certificate-thumbprint", { thumbprint: certificate.thumbprint })}</p>
      </details>
    </li>
  );
}

function actsOf(certificate: Mine, onAsk: (asked: Asked) => void): MenuAct[][] {
  const ask = (asked: Asked, isDanger = false): MenuAct => ({ text: say(`client-mine-${asked}`), isDanger, act: () => onAsk(asked) });
  const file = { text: say("client-mine-save"), act: () => save(`${certificate.serial}.pem`, new TextEncoder().encode(certificate.certificate)) };
  if (certificate.origin === "imported") return [[file], [ask("forget", true)]];
  const { state } = certificate;
  return [
    [file, ask("replace"), ...(state === "suspended" ? [ask("resume")] : []), ...(certificate.is_alive ? [ask("suspend")] : [])],
    ...(state === "revoked" ? [] : [[ask("revoke", true)]]),
  ];
}

function Signs({ certificate }: { certificate: Mine }) {
  const { freely, byAgreement } = signs(certificate);
  const { kind } = certificate.verdict.kind;
  if (freely.length + byAgreement.length === 0) return <>{say(certificate.is_alive ? `client-mine-kind-${kind}` : "client-mine-signs-nothing")}</>;
  return (
    <>
      {freely.join(", ")}
      {byAgreement.length > 0 && <details><summary>{say("client-mine-by-agreement", { count: byAgreement.length })}</summary>{byAgreement.join(", ")}</details>}
    </>
  );
}

function KeyPlaceField({ certificate }: { certificate: Mine }) {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (place: KeyPlace) => setKeyPlace(certificate, place),
    onSettled: () => client.invalidateQueries({ queryKey: myCertificates().queryKey }),
  });
  const unsaid = certificate.key_place ? [] : [{ value: "", text: say("client-mine-place-unsaid") }];
  return (
    <>
      <SelectField
        label={say("client-mine-place")}
        value={(changing.isPending ? changing.variables : certificate.key_place) ?? ""}
        onUpdate={(value) => changing.mutate(value as KeyPlace)}
        options={[...unsaid, ...KEY_PLACES.map((value) => ({ value, text: say(`client-mine-place-${value}`) }))]}
      />
      {changing.error && <Notice tone="stop">{errorWords(changing.error).title}</Notice>}
    </>
  );
}
