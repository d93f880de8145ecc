/** The statement: printed and signed by hand, or signed as it is with a key in force; then no scan of it is wanted. */
import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { bytesAt } from "../../../api/client";
import { Button, told } from "../../../parts";
import { say } from "../../../words";
import { applicationOf, fieldsOf, pathOf, type Application, type Place } from "../application/queries";
import { hasSigner } from "../../signing/signer";
import type { SignTask } from "../../signing/task";
import { signStatement } from "./acts";
import { missing } from "./fieldRules";

const SignDialog = lazy(() => import("../../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

export function StatementActs({ place, application }: { place: Place; application: Application }) {
  const client = useQueryClient();
  const [isSigning, setSigning] = useState(false);
  const isSigned = application.items.some(({ item, state, format }) => item === "statement_scan" && state === "accepted" && !format);
  const isFilled = missing(fieldsOf(application)).length === 0;
  if (!isFilled) return <span className="sv-dim">{say("client-apply-statement-later")}</span>;
  const task: SignTask = {
    id: place.applicationId,
    name: say("client-apply-statement-task"),
    facts: { [say("client-apply-statement-number")]: place.applicationId },
    prepare: async () => [{ name: "statement.txt", bytes: await bytesAt(`${pathOf(place)}/statement`) }],
    send: async (_, [signature]) => {
      if (!signature) throw new Error("no signature was made");
      client.setQueryData(applicationOf(place).queryKey, await signStatement(place, signature));
    },
  };
  return (
    <>
      <Link to="/certificates/applications/$applicationId/statement" params={{ applicationId: place.applicationId }} className="sv-file-button">{say("client-apply-statement-print")}</Link>
      {hasSigner && !isSigned && <Button view="outlined" size="l" onClick={() => setSigning(true)}>{say("client-apply-statement-sign")}</Button>}
      {isSigned && <span className="sv-dim">{say("client-apply-act-sign_statement")}</span>}
      {isSigning && (
        <Suspense>
          <SignDialog
            title={say("client-apply-statement-sign")} verb={say("client-apply-statement-sign-verb")} tasks={[task]}
            onClose={(done) => { setSigning(false); if (done > 0) told(say("client-apply-statement-signed")); }}
          />
        </Suspense>
      )}
    </>
  );
}
