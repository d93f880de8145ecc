/** Tasks given to the person and by the person. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, day, moment, moscowDay, Page, StatusBadge, type Column, type Tone } from "../../../parts";
import { say } from "../../../words";
import { PagedTable, usePaged } from "../PagedTable";
import { departmentsOf, useNames } from "../people/queries";
import { EndTaskDialog, type TaskEnding } from "./EndTaskDialog";
import { GiveTaskDialog } from "./GiveTaskDialog";
import { tasksOf, type Side, type Task } from "./queries";

const SIDES: readonly Side[] = ["mine", "given"];
const TONES: Record<string, Tone> = { open: "mine", done: "good", returned: "stop", withdrawn: "wait" };

export function Tasks() {
  const { own } = useSession();
  const [side, setSide] = useState<Side>("mine");
  const [isGiving, setGiving] = useState(false);
  const organization = own.organization.organization_id;
  return (
    <Page title={say("client-place-tasks")} actions={<Button view="action" size="l" onClick={() => setGiving(true)}>{say("client-task-give")}</Button>}>
      <div className="sv-filters">
        <div className="sv-tabs">
          {SIDES.map((one) => (
            <button key={one} type="button" className={`sv-tab ${one === side ? "sv-tab_here" : ""}`} aria-pressed={one === side} onClick={() => setSide(one)}>
              {say(`client-task-side-${one}`)}
            </button>
          ))}
        </div>
      </div>
      <List key={side} organization={organization} side={side} />
      {isGiving && <GiveTaskDialog onClose={() => setGiving(false)} />}
    </Page>
  );
}

function List({ organization, side }: { organization: string; side: Side }) {
  const [ending, setEnding] = useState<{ act: TaskEnding; task: Task } | undefined>();
  const nameOf = useNames(organization);
  const departments = useQuery(departmentsOf(organization)).data ?? [];
  const asked = usePaged([...tasksOf(organization), side], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/tasks", { params: { path: { organization_id: organization }, query: { side, ...query } } })));
  const receiver = (task: Task) => departments.find((one) => one.department_id === task.to_department_id)?.name ?? nameOf(task.to_user_id ?? task.to_department_id);
  const today = moscowDay(new Date());
  const acts = (task: Task): readonly TaskEnding[] => (side === "mine" ? ["done", "return"] : task.state === "open" ? ["withdraw"] : []);
  const columns: Column<Task>[] = [
    {
      key: "document", name: say("client-task-what"), width: "wide",
      cell: (task) => (
        <>
          <span className="sv-called sv-lines">{task.text}</span>
          {task.box_id && task.document_id && (
            <div><Link to="/documents/$boxId/$documentId" params={{ boxId: task.box_id, documentId: task.document_id }}>{say("client-task-document")}</Link></div>
          )}
        </>
      ),
    },
    {
      key: "counteragent", name: say(side === "mine" ? "client-task-from" : "client-task-to"),
      cell: (task) => <>{side === "mine" ? nameOf(task.from_user_id) : receiver(task)}{side === "mine" && task.to_department_id && <div className="sv-dim">{receiver(task)}</div>}</>,
    },
    {
      key: "state", name: say("client-column-state"),
      cell: (task) => (
        <>
          <StatusBadge tone={TONES[task.state] ?? "wait"}>{say(`client-task-is-${task.state}`)}</StatusBadge>
          {task.due_on && <div className={task.state === "open" && task.due_on < today ? "sv-late" : "sv-due"}>{say("client-task-due-on", { date: day(task.due_on) })}</div>}
          {task.reason && <div className="sv-due">{task.reason}</div>}
          {task.decided_by && <div className="sv-due">{nameOf(task.decided_by)}, {moment(task.decided_at ?? "")}</div>}
        </>
      ),
    },
    { key: "when", name: say("client-task-given-at"), cell: (task) => moment(task.created_at) },
    {
      key: "acts", name: say("client-column-acts"),
      cell: (task) => task.state === "open" && (
        <div className="sv-acts">
          {acts(task).map((act) => <Button key={act} view={act === "done" ? "action" : "outlined"} size="m" onClick={() => setEnding({ act, task })}>{say(`client-task-${act}`)}</Button>)}
        </div>
      ),
    },
  ];
  return (
    <>
      <PagedTable
        asked={asked} name={say("client-place-tasks")} columns={columns} idOf={(task) => task.task_id} nameOf={(task) => task.text} isStrong={(task) => side === "mine" && task.state === "open"}
        empty={{ title: say(`client-task-none-${side}`), text: say(`client-task-none-text-${side}`) }}
      />
      {ending && <EndTaskDialog organization={organization} {...ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}
