/** The frame of the screens of reporting. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../api/session";
import { Page } from "../../parts";
import { say } from "../../words";

const TABS = [["/reporting", "table"], ["/reporting/payers", "payers"]] as const;

export function ReportingPage({ actions, children }: { actions?: ReactNode; children: (organization: string) => ReactNode }) {
  const { own } = useSession();
  return (
    <Page title={say("client-place-reporting")} about={own.organization.name} actions={actions}>
      <nav className="sv-parts" aria-label={say("client-reporting-tabs")}>
        {TABS.map(([place, name]) => (
          <Link key={place} to={place} className="sv-part" activeOptions={{ exact: true, includeSearch: false }}>{say(`client-reporting-tab-${name}`)}</Link>
        ))}
      </nav>
      {children(own.organization.organization_id)}
    </Page>
  );
}
