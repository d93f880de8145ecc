/** What was written to people in the organization's name. */
import { OutboxBoard } from "../outbox/OutboxBoard";
import { PeoplePage } from "./PeoplePage";

export function Letters() {
  return <PeoplePage>{(organization) => <OutboxBoard organization={organization} />}</PeoplePage>;
}
