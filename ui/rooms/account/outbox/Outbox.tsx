/** The installation's own outbox: registrations, forgotten passwords. For its administrators. */
import { Page, EmptyState } from "../../../parts";
import { useSession } from "../../../api/session";
import { say } from "../../../words";
import { OutboxBoard } from "./OutboxBoard";

export function Outbox() {
  const { administersInstallation } = useSession();
  return (
    <Page title={say("client-place-outbox")} about={say("client-outbox-of-installation")}>
      {administersInstallation
        ? <OutboxBoard />
        : <EmptyState title={say("client-people-barred")} text={say("client-outbox-barred")} />}
    </Page>
  );
}
