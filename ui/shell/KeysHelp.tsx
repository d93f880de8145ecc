/** What the keys do. */
import { Button, Dialog } from "../parts";
import { say } from "../words";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "client-key-search"], ["j", "client-key-next"], ["k", "client-key-previous"], ["␣", "client-key-mark"],
  ["Enter", "client-key-open"], ["Ctrl + Enter", "client-key-submit"], ["Esc", "client-key-close"], ["?", "client-key-help"],
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title={say("client-help-title")}
      verb={say("client-close")}
      onApply={onClose}
      onClose={onClose}
      footer={<Button view="action" size="l" onClick={onClose}>{say("client-close")}</Button>}
    >
      <p>{say("client-help-text")}</p>
      <dl className="sv-keys">
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="sv-dim">{say("client-honest")}</p>
    </Dialog>
  );
}
