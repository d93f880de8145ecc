/** A task is done, returned with the reason, or withdrawn. */
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { TextAreaField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { tasksOf, type Task } from "./queries";

/** What becomes of an open task. */
export type TaskEnding = "done" | "return" | "withdraw";

/** Longest reason, in characters. */
const REASON_MAX = 500;

export function EndTaskDialog({ organization, act, task, onClose }: { organization: string; act: TaskEnding; task: Task; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const params = { path: { organization_id: organization, task_id: task.task_id } };
  const acts = {
    done: () => answered(api.POST("/api/v1/account/organizations/{organization_id}/tasks/{task_id}/done", { params })),
    return: () => answered(api.POST("/api/v1/account/organizations/{organization_id}/tasks/{task_id}/return", { params, body: { reason } })),
    withdraw: () => answered(api.POST("/api/v1/account/organizations/{organization_id}/tasks/{task_id}/withdraw", { params })),
  };
  return (
    <AskDialog
      title={say(`client-task-ask-${act}`)} verb={say(`client-task-${act}`)} done={say(`client-task-done-${act}`)} stale={tasksOf(organization)}
      isDanger={act === "withdraw"} isBarred={act === "return" && reason.trim() === ""} width="s" fields={["reason"]} act={acts[act]} onClose={onClose}
    >
      {(wrong) => (
        <>
          <p className="sv-lines"><q>{task.text}</q></p>
          <p>{say(`client-task-about-${act}`)}</p>
          {act === "return" && <TextAreaField label={say("client-task-reason")} value={reason} onUpdate={setReason} maxLength={REASON_MAX} error={wrong("reason")} autoFocus required />}
        </>
      )}
    </AskDialog>
  );
}
