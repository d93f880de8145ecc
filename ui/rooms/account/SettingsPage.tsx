/** The frame of the settings: the person, and how they sign in. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page } from "../../parts";
import { say } from "../../words";

const TABS = [["/settings", "client-settings-profile"], ["/settings/security", "client-settings-security"]] as const;

export function SettingsPage({ children }: { children: ReactNode }) {
  return (
    <Page title={say("client-place-settings")}>
      <nav className="sv-parts" aria-label={say("client-settings-tabs")}>
        {TABS.map(([place, name]) => (
          <Link key={place} to={place} className="sv-part" activeOptions={{ exact: true }}>{say(name)}</Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
