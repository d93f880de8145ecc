/** Codes for the day when the telephone is lost: shown this once, to be printed or saved. */
import { useSession } from "../../../api/session";
import { Button, Dialog, Notice } from "../../../parts";
import { say } from "../../../words";
import { save } from "../../exchange/download";

export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { user } = useSession();
  const whose = say("client-security-codes-whose", { host: location.host, login: user.login || user.name });
  const download = () => save(say("client-security-codes-file"), new Blob([[whose, "", ...codes, ""].join("\r\n")], { type: "text/plain;charset=utf-8" }));
  const kept = say("client-security-codes-kept");
  return (
    <Dialog title={say("client-security-codes")} verb={kept} onApply={onClose} onClose={onClose} footer={<Button view="action" size="l" onClick={onClose}>{kept}</Button>}>
      <Notice tone="mine">{say("client-security-codes-once")}</Notice>
      <p className="sv-dim">{whose}</p>
      <ul className="sv-codes" aria-label={say("client-security-codes")}>{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <div className="sv-acts sv-codes__acts">
        <Button view="outlined" size="l" onClick={download}>{say("client-security-codes-save")}</Button>
        <Button view="outlined" size="l" onClick={() => window.print()}>{say("client-security-codes-print")}</Button>
      </div>
    </Dialog>
  );
}
