/** Documents sent from here. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { EmptyState, Page } from "../../parts";
import { say } from "../../words";
import { MeterHere } from "../billing/MeterLine";
import { Board } from "./Board";
import { CreateMenu } from "./CreateMenu";

export function Outgoing() {
  const filters = useSearch({ from: "/outgoing" });
  const navigate = useNavigate();
  return (
    <Page title={say("client-place-outgoing")} about={<MeterHere />} actions={<CreateMenu />}>
      <Board
        side="sender"
        filters={filters}
        onFilter={(next) => void navigate({ to: "/outgoing", search: next })}
        empty={<EmptyState title={say("client-empty-outgoing")} text={say("client-empty-outgoing-text")} actions={<CreateMenu />} />}
      />
    </Page>
  );
}
