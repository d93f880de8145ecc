/** Documents others sent here: the first screen. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { EmptyState, Page } from "../../parts";
import { say } from "../../words";
import { Endings } from "../certification/mine/Endings";
import { Board } from "./Board";
import { CreateMenu } from "./CreateMenu";

export function Incoming() {
  const filters = useSearch({ from: "/incoming" });
  const navigate = useNavigate();
  return (
    <Page title={say("client-place-incoming")} actions={<CreateMenu />}>
      <Endings />
      <Board
        side="recipient"
        filters={filters}
        onFilter={(next) => void navigate({ to: "/incoming", search: next })}
        empty={<EmptyState title={say("client-empty-incoming")} text={say("client-empty-incoming-text")} />}
      />
    </Page>
  );
}
