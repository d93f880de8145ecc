/** Details beside the list, which stays in view; a whole screen on a telephone. Esc closes, the focus returns. */
import { Xmark } from "@gravity-ui/icons";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { say } from "../words";
import { IconButton } from "./base";

export function SideSheet({
  title, onClose, children, footer,
}: { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const present = dialog.current;
    const opener = document.activeElement;
    if (present && !present.open) present.showModal();
    return () => {
      if (present?.open) present.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sv-sheet"
      aria-labelledby={heading}
      aria-modal="true"
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === dialog.current) onClose(); }}
    >
      <div className="sv-sheet__inside">
        <header className="sv-sheet__head">
          <h2 id={heading}>{title}</h2>
          <IconButton name={say("client-close")} icon={Xmark} onClick={onClose} />
        </header>
        <div className="sv-sheet__body">{children}</div>
        {footer && <footer className="sv-sheet__foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
