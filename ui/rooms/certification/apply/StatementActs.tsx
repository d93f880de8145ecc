/** The statement: printed and signed by hand, or signed as it is with a key in force; then no scan of it is wanted. */
import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bytesAt } from "../../../api/client";
import { Button, told } from "../../../parts";
import { say } from "../../../words";
import { applicationOf, fieldsOf, pathOf, type Application, type Place } from "../application/queries";
import { hasSigner } from "../../signing/signer";
import { SignOne } from "../key/SignOne";
import { signStatement } from "./acts";
import { missing } from "./fieldRules";

export function StatementActs({ place, application }: { place: Place; application: Application }) {
  const client = useQueryClient();
  const [isSigning, setSigning] = useState(false);
  const isSigned = application.items.some(({ item, state, format }) => item === "statement_scan" && state === "accepted" && !format);
  const isFilled = missing(fieldsOf(application)).length === 0;
  if (!isFilled) return <span className="sv-dim">{say("client-apply-statement-later")}</span>;
  return (
    <>
      <Link to="/certificates/applications/$applicationId/statement" params={{ applicationId: place.applicationId }} className="sv-file-button">{say("client-apply-statement-print")}</Link>
      {hasSigner && !isSigned && <Button view="outlined" size="l" onClick={() => setSigning(true)}>{say("client-apply-statement-sign")}</Button>}
      {isSigned && <span className="sv-dim">{say("client-apply-act-sign_statement")}</span>}
      {isSigning && (
        <SignOne
          title={say("client-apply-statement-sign")} verb={say("client-apply-statement-sign-verb")} name={say("client-apply-statement-task")}
          facts={{ [say("client-apply-statement-number")]: place.applicationId }}
          bytes={() => bytesAt(`${pathOf(place)}/statement`)}
          send={async (signature) => { client.setQueryData(applicationOf(place).queryKey, await signStatement(place, signature)); }}
          onClose={(isDone) => { setSigning(false); if (isDone) told(say("client-apply-statement-signed")); }}
        />
      )}
    </>
  );
}
