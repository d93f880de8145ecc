/** Gives a task to a colleague or to a department; from a document, with the link to it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { useSession } from "../../../api/session";
import { DayField, SelectField, TextAreaField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { colleaguesOf, departmentsOf } from "../people/queries";
import { ordered } from "../people/tree";
import { tasksOf } from "./queries";

interface Props {
  /** The document it is about, and how it is called. */
  document?: { boxId: string; documentId: string; heading: string };
  onClose: () => void;
}

/** Longest text, in characters. */
const TEXT_MAX = 500;

export function GiveTaskDialog({ document, onClose }: Props) {
  const { own, user } = useSession();
  const organization = own.organization.organization_id;
  const colleagues = useQuery(colleaguesOf(organization)).data ?? [];
  const departments = useQuery(departmentsOf(organization)).data ?? [];
  const [to, setTo] = useState("");
  const [text, setText] = useState(document ? say("client-task-look-at", { document: document.heading }) : "");
  const [due, setDue] = useState("");
  const [key] = useState(newKey);
  const receivers = [
    ...colleagues.filter((one) => one.user_id !== user.user_id).map((one) => ({ value: `to_user_id ${one.user_id}`, text: one.name ?? one.user_id })),
    ...ordered(departments).map((one) => ({ value: `to_department_id ${one.department.department_id}`, text: say("client-task-department", { name: one.path }) })),
  ];
  const body = () => {
    const [kind = "", id = ""] = to.split(" ");
    return {
      text, [kind]: id, ...(due ? { due_on: due } : {}),
      ...(document ? { document: { box_id: document.boxId, document_id: document.documentId } } : {}),
    };
  };
  const params = { path: { organization_id: organization }, header: { "Idempotency-Key": key } };
  return (
    <AskDialog
      title={say("client-task-give")} verb={say("client-task-send")} done={say("client-task-given")} stale={tasksOf(organization)}
      isBarred={to === "" || text.trim() === ""} width="s" fields={["to_user_id", "text", "due_on"]} onClose={onClose}
      act={() => answered(api.POST("/api/v1/account/organizations/{organization_id}/tasks", { params, body: body() }))}
    >
      {(wrong) => (
        <>
          <SelectField
            label={say("client-task-to")} value={to} onUpdate={setTo} error={wrong("to_user_id")} required
            options={[{ value: "", text: say("client-people-choose") }, ...receivers]}
          />
          <TextAreaField label={say("client-task-what")} value={text} onUpdate={setText} maxLength={TEXT_MAX} error={wrong("text")} required />
          <DayField label={say("client-task-due")} value={due} onUpdate={setDue} error={wrong("due_on")} />
        </>
      )}
    </AskDialog>
  );
}
