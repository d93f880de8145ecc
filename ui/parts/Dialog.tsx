/** A question or a short form over the page; a whole screen on a telephone. Esc closes, the focus returns. */
import { Dialog as LibraryDialog } from "@gravity-ui/uikit";
import { useId, type ReactNode } from "react";
import { say } from "../words";
import { Button } from "./base";
import { useKeysInside } from "./keyboardInside";

export type DialogProps = DialogFrame & (DialogAct | { verb?: never; onApply?: never; footer: ReactNode });

/** One act for the whole dialog; without it the content has forms of its own, and the footer only closes. */
interface DialogAct {
  /** The verb on the button. */
  verb: string;
  onApply: () => void;
}

interface DialogFrame {
  title: string;
  children: ReactNode;
  onClose: () => void;
  isBusy?: boolean;
  isBarred?: boolean;
  isDanger?: boolean;
  width?: "s" | "m" | "l";
  /** Instead of the usual two buttons. */
  footer?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { title, children, verb, onApply, onClose, isBusy, isBarred, isDanger, width, footer } = props;
  const heading = useId();
  const keys = useKeysInside({ "Ctrl+Enter": () => { if (!isBusy && !isBarred) onApply?.(); } });
  return (
    <LibraryDialog
      open
      maxWidth={width ?? "m"}
      fullWidth
      onClose={() => { if (!isBusy) onClose(); }}
      disableOutsideClick={isBusy ?? false}
      disableEscapeKeyDown={isBusy ?? false}
      aria-labelledby={heading}
      className="sv-dialog"
    >
      <LibraryDialog.Header caption={title} id={heading} />
      <LibraryDialog.Body>
        <div className="sv-dialog__body" onKeyDown={keys}>{children}</div>
      </LibraryDialog.Body>
      <div className="sv-dialog__foot">
        {footer ?? (
          <>
            <Button view={isDanger ? "outlined-danger" : "action"} size="l" loading={isBusy ?? false} disabled={isBarred ?? false} onClick={onApply}>
              {verb}
            </Button>
            <Button view="flat" size="l" disabled={isBusy ?? false} onClick={onClose}>{say("client-cancel")}</Button>
          </>
        )}
      </div>
    </LibraryDialog>
  );
}
