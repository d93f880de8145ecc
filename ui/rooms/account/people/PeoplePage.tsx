/** The frame of the screens of people: tabs, and who may see which. */
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../../api/session";
import { EmptyState, Page } from "../../../parts";
import { say } from "../../../words";

/** Tabs by their addresses; the first two are for everybody. */
const TABS = [
  ["/people", "members"], ["/people/delegations", "delegations"], ["/people/departments", "departments"], ["/people/roles", "roles"],
  ["/people/access", "access"], ["/people/ways", "ways"], ["/people/requests", "requests"], ["/people/invitations", "invitations"], ["/people/keys", "keys"],
  ["/people/letters", "letters"],
] as const;
const FOR_ALL: readonly string[] = ["/people", "/people/delegations"];

/** A screen of people. What others than administrators may not see is not asked for. */
export function PeoplePage({ actions, children }: { actions?: ReactNode; children: (organization: string, isAdministrator: boolean) => ReactNode }) {
  const { own } = useSession();
  const { pathname } = useLocation();
  const isAdministrator = own.permissions.includes("administer");
  const tabs = TABS.filter(([place]) => isAdministrator || FOR_ALL.includes(place));
  const isBarred = !tabs.some(([place]) => place === pathname);
  return (
    <Page title={say("client-place-people")} about={own.organization.name} actions={isBarred ? undefined : actions}>
      <nav className="sv-parts" aria-label={say("client-people-tabs")}>
        {tabs.map(([place, name]) => (
          <Link key={place} to={place} className="sv-part" activeOptions={{ exact: true }}>{say(`client-people-tab-${name}`)}</Link>
        ))}
      </nav>
      {isBarred
        ? <EmptyState title={say("client-people-barred")} text={say("client-people-barred-text")} />
        : children(own.organization.organization_id, isAdministrator)}
    </Page>
  );
}
