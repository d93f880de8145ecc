/** One application, from the first field to the installed certificate: what it is, what is to be done now, what was done. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../../api/session";
import { Button, Dialog, ErrorState, errorWords, Notice, Page, Skeleton, StatusBadge, told } from "../../../parts";
import { say } from "../../../words";
import { ApplicationFacts, FieldFacts } from "../application/ApplicationFacts";
import { ApplicationTimeline } from "../application/ApplicationTimeline";
import { applicationOf, fieldsOf, rulesOfScans, scansOf, type Application, type Place } from "../application/queries";
import { stageWords } from "../application/words";
import { ScanCard } from "../scan/ScanCard";
import { discard, useStep } from "./acts";
import { Fields } from "./Fields";
import { Install } from "./Install";
import { Issue } from "./Issue";
import { Progress } from "./Progress";
import { StatementActs } from "./StatementActs";

export function ApplicationPage() {
  const { own } = useSession();
  const { applicationId } = useParams({ from: "/certificates/applications/$applicationId" });
  const place = { organizationId: own.organization.organization_id, applicationId };
  const asked = useQuery(applicationOf(place));
  const stage = asked.data && stageWords(asked.data.stage);
  return (
    <Page
      title={say("client-apply-title")}
      back={<Link to="/certificates/apply">← {say("client-apply-list")}</Link>}
      about={<>{own.organization.name} {stage && <StatusBadge tone={stage.tone}>{stage.text}</StatusBadge>}</>}
      actions={asked.data && <Acts place={place} application={asked.data} />}
    >
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && <Whole place={place} application={asked.data} />}
    </Page>
  );
}

function Whole({ place, application }: { place: Place; application: Application }) {
  const { stage } = application;
  const isOpen = stage === "new" || stage === "rejected";
  return (
    <>
      <Progress application={application} />
      <div className="sv-columns sv-columns_main-first">
        <div className="sv-column sv-column_wide">
          {stage === "ready_for_issue" && <Issue place={place} application={application} />}
          {stage === "ready_to_install" && <Install place={place} application={application} />}
          {fieldsOf(application).length > 0 && (
            <section className="sv-card" aria-labelledby="apply-form">
              <h2 id="apply-form">{say("client-apply-form")}</h2>
              {isOpen ? <Fields place={place} application={application} /> : <FieldFacts application={application} />}
            </section>
          )}
          <Scans place={place} application={application} isOpen={isOpen} />
          {isOpen && <Submit place={place} />}
        </div>
        <div className="sv-column">
          <section className="sv-card"><h2>{say("client-apply-facts")}</h2><ApplicationFacts application={application} /></section>
          <ApplicationTimeline application={application} />
        </div>
      </div>
    </>
  );
}

function Scans({ place, application, isOpen }: { place: Place; application: Application; isOpen: boolean }) {
  const rules = useQuery(rulesOfScans());
  const scans = scansOf(application);
  if (scans.length === 0) return null;
  return (
    <section className="sv-card" aria-labelledby="apply-scans">
      <h2 id="apply-scans">{say("client-apply-scans")}</h2>
      {isOpen && <p className="sv-dim">{say("client-apply-scans-about")}</p>}
      {rules.isPending && <Skeleton rows={3} />}
      {rules.error && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
      {scans.map((item) => {
        const rule = rules.data?.scans.find(({ scan }) => scan === item.item);
        return rule && (
          <ScanCard key={item.item} place={place} item={item} rule={rule} isOpen={isOpen}>
            {item.item === "statement_scan" && <StatementActs place={place} application={application} />}
          </ScanCard>
        );
      })}
    </section>
  );
}

function Submit({ place }: { place: Place }) {
  const step = useStep(place);
  return (
    <section className="sv-submit">
      <div className="sv-submit__total">
        {step.error ? <Notice tone="stop">{errorWords(step.error).title}</Notice> : <span className="sv-dim">{say("client-apply-submit-about")}</span>}
      </div>
      <Button view="action" size="l" loading={step.isPending} onClick={() => step.mutate("submission", { onSuccess: () => told(say("client-apply-submitted")) })}>
        {say("client-apply-submit")}
      </Button>
    </section>
  );
}

/** Taken back from the desk, or thrown away. */
function Acts({ place, application }: { place: Place; application: Application }) {
  const step = useStep(place);
  const [isAsked, setAsked] = useState(false);
  const { stage } = application;
  const canDiscard = stage === "new" || stage === "rejected" || stage === "ready_for_issue";
  return (
    <>
      {stage === "under_check" && <Button view="outlined" size="l" loading={step.isPending} onClick={() => step.mutate("withdrawal")}>{say("client-apply-withdraw")}</Button>}
      {canDiscard && <Button view="flat" size="l" onClick={() => setAsked(true)}>{say("client-apply-discard")}</Button>}
      {step.error && <Notice tone="stop">{errorWords(step.error).title}</Notice>}
      {isAsked && <DiscardDialog place={place} onClose={() => setAsked(false)} />}
    </>
  );
}

function DiscardDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const doing = useMutation({
    mutationFn: () => discard(place),
    onSuccess: async () => {
      await navigate({ to: "/certificates/apply" });
      client.removeQueries({ queryKey: applicationOf(place).queryKey });
      void client.invalidateQueries({ queryKey: ["applications", place.organizationId] });
      told(say("client-apply-discarded"));
    },
  });
  return (
    <Dialog title={say("client-apply-discard-ask")} verb={say("client-apply-discard")} isDanger isBusy={doing.isPending} onApply={() => doing.mutate()} onClose={onClose} width="s">
      <p>{say("client-apply-discard-about")}</p>
      {doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}
