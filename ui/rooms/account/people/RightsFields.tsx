/** What a person may do and where: roles, single permissions, departments. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Checkbox, Skeleton, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { departmentsOf, RIGHTS, rolesOf, type Member } from "./queries";
import { ordered } from "./tree";

/** What is chosen. */
export interface Rights {
  roles: readonly string[];
  permissions: readonly string[];
  /** Absent: all departments, now and later. */
  departments: readonly string[] | undefined;
}

/** The rights of a member as they are. */
export function rightsOf(member: Member): Rights {
  return { roles: member.roles ?? [], permissions: member.rights.permissions, departments: member.rights.departments ?? undefined };
}

/** The body of a request about single permissions and departments. */
export function rightsBody({ permissions, departments }: Rights) {
  return { permissions: [...permissions], ...(departments ? { departments: [...departments] } : {}) };
}

interface Choice { value: string; text: ReactNode }

/** Several of a few. */
export function Boxes({ legend, choices, chosen, onChoose }: {
  legend: string; choices: readonly Choice[]; chosen: readonly string[]; onChoose: (chosen: string[]) => void;
}) {
  return (
    <fieldset className="sv-rights">
      <legend>{legend}</legend>
      {choices.map(({ value, text }) => (
        <Checkbox key={value} size="l" checked={chosen.includes(value)} onUpdate={(on) => onChoose(on ? [...chosen, value] : chosen.filter((one) => one !== value))}>
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** Single permissions; a delegation never lends the last. */
export function PermissionBoxes({ legend, chosen, onChoose, among = RIGHTS }: {
  legend?: string; chosen: readonly string[]; onChoose: (chosen: string[]) => void; among?: readonly string[];
}) {
  const choices = among.map((right) => ({ value: right, text: say(`client-right-to-${right}`) }));
  return <Boxes legend={legend ?? say("client-people-rights")} choices={choices} chosen={chosen} onChoose={onChoose} />;
}

/** All of it. */
export function RightsFields({ organization, rights, onChange }: { organization: string; rights: Rights; onChange: (rights: Rights) => void }) {
  const roles = useQuery(rolesOf(organization));
  const departments = useQuery(departmentsOf(organization));
  if (!roles.data || !departments.data) return <Skeleton rows={3} />;
  const isWhole = rights.departments === undefined;
  const places = ordered(departments.data).map(({ department, path }) => ({ value: department.department_id, text: path }));
  return (
    <>
      <Boxes
        legend={say("client-people-roles")}
        choices={roles.data.map((role) => ({
          value: role.role,
          text: <>{role.name} <span className="sv-dim">— {role.permissions.map((right) => say(`client-right-${right}`)).join(", ")}</span></>,
        }))}
        chosen={rights.roles}
        onChoose={(chosen) => onChange({ ...rights, roles: chosen })}
      />
      <PermissionBoxes legend={say("client-people-rights-beside")} chosen={rights.permissions} onChoose={(permissions) => onChange({ ...rights, permissions })} />
      <Checkbox size="l" checked={isWhole} onUpdate={(on) => onChange({ ...rights, departments: on ? undefined : [] })}>{say("client-people-all-departments")}</Checkbox>
      {!isWhole && (
        <Boxes legend={say("client-people-departments")} choices={places} chosen={rights.departments ?? []} onChoose={(chosen) => onChange({ ...rights, departments: chosen })} />
      )}
    </>
  );
}

/** Permissions as words of state. */
export function RightBadges({ names }: { names: readonly string[] }) {
  return <>{RIGHTS.filter((right) => names.includes(right)).map((right) => <StatusBadge key={right} tone="wait">{say(`client-right-${right}`)}</StatusBadge>)}</>;
}
