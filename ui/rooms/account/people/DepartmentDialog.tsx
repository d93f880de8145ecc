/** One act on a department. */
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { SelectField, TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { peopleOf, type Department } from "./queries";
import { ordered, within } from "./tree";

/** What is asked of which department; a new one is made under it. */
export interface DepartmentAsked {
  act: "make" | "rename" | "move" | "archive" | "restore";
  department: Department;
}

interface Props {
  organization: string;
  all: readonly Department[];
  asked: DepartmentAsked;
  onClose: () => void;
}

/** Longest name, in characters. */
const NAME_MAX = 200;

export function DepartmentDialog({ organization, all, asked, onClose }: Props) {
  const { act, department } = asked;
  const [name, setName] = useState(act === "make" ? "" : department.name);
  const [parent, setParent] = useState(department.parent_id ?? "");
  const [key] = useState(newKey);
  const isNamed = act === "make" || act === "rename";
  const barred = within(all, department.department_id);
  const places = ordered(all.filter((one) => !one.archived_at && !barred.has(one.department_id)));
  return (
    <AskDialog
      title={say(`client-department-ask-${act}`, { name: department.name })} verb={say(act === "make" ? "client-department-make" : `client-department-${act}`)}
      done={say(`client-department-done-${act}`)} stale={peopleOf(organization)} isDanger={act === "archive"} isBarred={isNamed && name.trim() === ""} width="s"
      fields={["name", "parent_id"]} onClose={onClose} act={() => done(organization, asked, { name: name.trim(), parent, key })}
    >
      {(wrong) => (
        <>
          {isNamed && <TextField label={say("client-department-name")} value={name} onUpdate={setName} maxLength={NAME_MAX} error={wrong("name")} autoFocus required />}
          {act === "move" && (
            <SelectField
              label={say("client-department-under")} value={parent} onUpdate={setParent} error={wrong("parent_id") ?? wrong("name")}
              options={places.map((place) => ({ value: place.department.department_id, text: place.path }))}
            />
          )}
          {(act === "archive" || act === "restore") && <p>{say(`client-department-about-${act}`)}</p>}
        </>
      )}
    </AskDialog>
  );
}

function done(organization: string, { act, department }: DepartmentAsked, given: { name: string; parent: string; key: string }) {
  const path = { organization_id: organization, department_id: department.department_id };
  if (act === "make") {
    return answered(api.POST("/api/v1/account/organizations/{organization_id}/departments", {
      params: { path: { organization_id: organization }, header: { "Idempotency-Key": given.key } },
      body: { name: given.name, parent_id: department.department_id },
    }));
  }
  if (act === "archive") return answered(api.POST("/api/v1/account/organizations/{organization_id}/departments/{department_id}/archive", { params: { path } }));
  if (act === "restore") return answered(api.POST("/api/v1/account/organizations/{organization_id}/departments/{department_id}/restore", { params: { path } }));
  const parent = act === "move" ? given.parent : department.parent_id;
  return answered(api.PUT("/api/v1/account/organizations/{organization_id}/departments/{department_id}", {
    params: { path }, body: { name: given.name, ...(parent ? { parent_id: parent } : {}) },
  }));
}
