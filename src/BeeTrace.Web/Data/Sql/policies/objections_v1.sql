-- Row security of objections: the firm files its own, the county decides, the laboratory concludes; nothing of it is taken back.
alter table lab.objections enable row level security;
alter table lab.objections force row level security;
create policy owner_all on lab.objections to beetrace_owner using (true) with check (true);
grant select, insert on lab.objections to beetrace_app;
grant update (state, decided_by, decided_on, decided_why, re_test_id, final_verdict, concluded_by, concluded_on) on lab.objections to beetrace_app;

create policy read_objection on lab.objections for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()) or firm_id = (select access.actor_firm()));
create policy file_objection on lab.objections for insert to beetrace_app
    with check ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm()) and filed_by = (select access.actor_account())
        and state = 'Filed' and decided_by is null and concluded_by is null and re_test_id is null and final_verdict is null
        and exists (select from lab.reports r where r.id = report_id and r.sample_id = objections.sample_id and r.firm_id = objections.firm_id and r.state = 'Issued'));
create policy move_objection on lab.objections for update to beetrace_app
    using ((select access.actor_role()) in ('county', 'signatory'));
