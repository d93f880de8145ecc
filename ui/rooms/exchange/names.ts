/** How the two sides and the operator are called on a page. */
import { say } from "../../words";
import type { DocumentFacts } from "./queries";

/** The name of the author of an entity. */
export type Names = (author: string) => string;

export function namesOf(document: DocumentFacts, own: string): Names {
  const other = document.counteragent?.name ?? say("client-party-gone");
  return (author) => {
    if (author === "operator") return say("client-operator");
    return author === document.side ? own : other;
  };
}
