/** There is no such place. */
import { EmptyState, Page } from "../parts";
import { say } from "../words";

export function Nothing() {
  return (
    <Page title={say("client-nothing")}>
      <EmptyState title={say("client-nothing")} text={say("client-nothing-text")} />
    </Page>
  );
}
