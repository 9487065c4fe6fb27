-- Row security of the laboratory's own facts and of its test reports.
do $$
declare t text;
begin
    foreach t in array array['lab.laboratories', 'lab.reports']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
        execute format('grant select, insert on %s to beetrace_app', t);
    end loop;
end $$;

-- What the laboratory is stands on every paper; the administrator says it.
create policy read_laboratory on lab.laboratories for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_laboratory on lab.laboratories for insert to beetrace_app
    with check ((select access.actor_role()) = 'admin' and recorded_by = (select access.actor_account()));

-- A report at work is the laboratory's; the firm reads what has left the house about its own samples.
create policy read_report on lab.reports for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or (firm_id = (select access.actor_firm()) and state in ('Issued', 'Superseded', 'Invalidated')));
create policy add_report on lab.reports for insert to beetrace_app
    with check ((select access.actor_role()) in ('analyst', 'reviewer', 'signatory') and prepared_by = (select access.actor_account()) and state = 'Draft'
        and reviewed_by is null and approved_by is null and issued_by is null and pdf is null
        and exists (select from lab.samples s where s.id = sample_id and s.firm_id = reports.firm_id and s.status = 'Approved')
        and exists (select from lab.evaluations e where e.id = evaluation_id and e.sample_id = reports.sample_id)
        and exists (select from lab.laboratories l where l.id = laboratory_id and l.four_eyes = reports.four_eyes));
create policy move_report on lab.reports for update to beetrace_app
    using ((select access.actor_role()) in ('analyst', 'reviewer', 'signatory'));
grant update (state, reviewed_by, reviewed_at, approved_by, approved_at, issued_by, issued_on, ended_why, content, content_sha256, pdf, pdf_sha256)
    on lab.reports to beetrace_app;
