/** Which documents can be marked as read, or unread again. */
import type { Row } from "./queries";

/** How long a document counts as unread, as the server has it. */
const UNREAD_FOR_MS = 90 * 24 * 60 * 60 * 1000;

/** Those of the rows that stand otherwise and can be marked so. */
export function markable(rows: readonly Row[], isUnread: boolean, now: Date): Row[] {
  const isFresh = (row: Row) => now.getTime() - Date.parse(row.posted_at) < UNREAD_FOR_MS;
  return rows.filter((row) => row.side === "recipient" && row.is_unread !== isUnread && (!isUnread || isFresh(row)));
}
