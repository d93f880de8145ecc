/** Departments as a tree: made, renamed, moved, archived, taken back. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Checkbox, ErrorState, Menu, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { DepartmentDialog, type DepartmentAsked } from "./DepartmentDialog";
import { PeoplePage } from "./PeoplePage";
import { departmentsOf, type Department } from "./queries";
import { grown, type Branch } from "./tree";

export function Departments() {
  return <PeoplePage>{(organization) => <Tree organization={organization} />}</PeoplePage>;
}

function Tree({ organization }: { organization: string }) {
  const [isWithArchive, setWithArchive] = useState(false);
  const [asked, setAsked] = useState<DepartmentAsked | undefined>();
  const found = useQuery(departmentsOf(organization, true));
  if (found.isPending) return <Skeleton />;
  if (!found.data) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const shown = found.data.filter((one) => isWithArchive || !one.archived_at);
  const hasArchive = found.data.some((one) => one.archived_at);
  return (
    <section className="sv-card" aria-label={say("client-people-tab-departments")}>
      <p className="sv-dim">{say("client-department-about")}</p>
      {hasArchive && <Checkbox size="l" checked={isWithArchive} onUpdate={setWithArchive}>{say("client-department-with-archive")}</Checkbox>}
      <Branches branches={grown(shown)} onAsk={setAsked} />
      {asked && <DepartmentDialog organization={organization} all={found.data} asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function Branches({ branches, onAsk }: { branches: readonly Branch[]; onAsk: (asked: DepartmentAsked) => void }) {
  if (branches.length === 0) return null;
  return (
    <ul className="sv-tree">
      {branches.map(({ department, children }) => (
        <li key={department.department_id}>
          <div className="sv-tree__row">
            <span className="sv-called">{department.name}</span>
            {department.archived_at && <StatusBadge tone="wait">{say("client-department-archived")}</StatusBadge>}
            <Acts department={department} onAsk={onAsk} />
          </div>
          <Branches branches={children} onAsk={onAsk} />
        </li>
      ))}
    </ul>
  );
}

function Acts({ department, onAsk }: { department: Department; onAsk: (asked: DepartmentAsked) => void }) {
  const ask = (act: DepartmentAsked["act"]) => () => onAsk({ act, department });
  if (department.archived_at) return <Button view="flat" size="m" onClick={ask("restore")}>{say("client-department-restore")}</Button>;
  const isRoot = !department.parent_id;
  return (
    <div className="sv-acts">
      <Button view="outlined" size="m" onClick={ask("make")} aria-label={say("client-department-make-in", { name: department.name })}>{say("client-department-make")}</Button>
      <Menu
        name={say("client-department-acts", { name: department.name })}
        groups={[[
          { text: say("client-department-rename"), act: ask("rename") },
          ...(isRoot ? [] : [{ text: say("client-department-move"), act: ask("move") }, { text: say("client-department-archive"), act: ask("archive"), isDanger: true }]),
        ]]}
      >
        {say("client-more-acts")}
      </Menu>
    </div>
  );
}
