/** How a new document begins. */
import { useNavigate } from "@tanstack/react-router";
import { Menu } from "../../parts";
import { say } from "../../words";

export function CreateMenu() {
  const navigate = useNavigate();
  return (
    <Menu
      name={say("client-create")}
      view="action"
      groups={[[
        { text: say("client-create-utd"), act: () => void navigate({ to: "/create/utd" }) },
        { text: say("client-create-file"), act: () => void navigate({ to: "/create/file" }) },
      ]]}
    >
      {say("client-create")}
    </Menu>
  );
}
