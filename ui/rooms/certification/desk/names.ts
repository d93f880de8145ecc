/** Who of the desk is meant by an id. */
import { useSession } from "../../../api/session";
import { say } from "../../../words";
import type { Person } from "./queries";

/** The name, «вы» for who looks. Who is no more is said to be so. */
export function useNames(people: readonly Person[]): (userId: string) => string {
  const { user } = useSession();
  return (userId) =>
    userId === user.user_id ? say("client-desk-you") : people.find((one) => one.user_id === userId)?.name ?? say("client-desk-nobody");
}
