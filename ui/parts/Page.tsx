/** The head of a screen: its name, what it is about, the main act right of it. */
import { useEffect, type ReactNode } from "react";
import { say } from "../words";

export function Page({
  title, about, back, actions, children,
}: { title: string; about?: ReactNode; back?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${say("client-name")}`;
  }, [title]);
  return (
    <div className="sv-page">
      {back && <div className="sv-page__back">{back}</div>}
      <div className="sv-page__head">
        <div>
          <h1>{title}</h1>
          {about && <div className="sv-page__about">{about}</div>}
        </div>
        {actions && <div className="sv-page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
