/** What a place shows instead of its content: it is coming, there is none, it could not be had. */
import { Tray } from "@gravity-ui/icons";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { say } from "../words";
import { Button, Icon } from "./base";
import { errorCode, errorWords } from "./errorWords";

// Rarely wanted, and a form of its own.
const Tell = lazy(() => import("./Tell").then((module) => ({ default: module.Tell })));

/** A skeleton stands only where the wait is felt. */
const SKELETON_AFTER_MS = 300;

/** Grey lines where rows will be. */
export function Skeleton({ rows = 6, name }: { rows?: number; name?: string }) {
  const [isFelt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), SKELETON_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="sv-skeleton" role="status" aria-label={name ?? say("client-loading")}>
      {isFelt && Array.from({ length: rows }, (_, index) => <div key={index} className="sv-skeleton__row" />)}
    </div>
  );
}

/** There is nothing here, why, and what can be done. */
export function EmptyState({ title, text, actions }: { title: string; text?: string; actions?: ReactNode }) {
  return (
    <div className="sv-empty">
      <div className="sv-empty__picture" aria-hidden="true"><Icon data={Tray} size={28} /></div>
      <h2 className="sv-empty__title">{title}</h2>
      {text && <p className="sv-empty__text">{text}</p>}
      {actions && <div className="sv-empty__actions">{actions}</div>}
    </div>
  );
}

/** It could not be had: why, under which number, again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, text, requestId } = errorWords(error);
  const [isTelling, setTelling] = useState(false);
  return (
    <div className="sv-error" role="alert">
      <h2 className="sv-error__title">{title}</h2>
      {text && <p>{text}</p>}
      {requestId && <p className="sv-dim">{say("client-request-id", { id: requestId })}</p>}
      <div className="sv-error__actions">
        {retry && <Button view="action" size="l" onClick={retry}>{say("client-retry")}</Button>}
        <Button view="outlined" size="l" onClick={() => setTelling(true)}>{say("client-report")}</Button>
      </div>
      {isTelling && <Suspense fallback={null}><Tell code={errorCode(error)} requestId={requestId} onClose={() => setTelling(false)} /></Suspense>}
    </div>
  );
}

/** The tone of a word of state. Colour only follows the word. */
export type Tone = "good" | "stop" | "mine" | "wait" | "play";

/** A word of state. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`sv-badge sv-badge_${tone}`}>{children}</span>;
}

/** A paragraph that must be seen: `stop` for what is wrong, `play` for what proves nothing, `wait` for the rest. */
export function Notice({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <div className={`sv-notice sv-notice_${tone}`} role="note">{children}</div>;
}
