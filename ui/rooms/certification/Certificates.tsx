/** Certificates in one place: the caller's own, those of colleagues, the keys of this browser. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button, Page } from "../../parts";
import { say } from "../../words";
import { hasSigner } from "../signing/signer";
import { BrowserKeys } from "./BrowserKeys";
import { GetCertificate } from "./GetCertificate";
import { Colleagues } from "./mine/Colleagues";
import { MyCertificates } from "./mine/MyCertificates";

export function Certificates() {
  const { own } = useSession();
  const [isGetting, setGetting] = useState(false);
  return (
    <Page
      title={say("client-place-certificates")}
      about={say("client-mine-about")}
      actions={own.permissions.includes("sign") && (
        <>
          {hasSigner && <Link to="/certificates/request" className="sv-file-button">{say("client-foreign")}</Link>}
          <Link to="/certificates/apply" className="sv-file-button">{say("client-apply-list")}</Link>
          {hasSigner && <Button view="action" size="l" onClick={() => setGetting(true)}>{say("client-get")}</Button>}
        </>
      )}
    >
      <MyCertificates />
      <Colleagues />
      {hasSigner && <BrowserKeys />}
      {isGetting && <GetCertificate onClose={() => setGetting(false)} />}
    </Page>
  );
}
