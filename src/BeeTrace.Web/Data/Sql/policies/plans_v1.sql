-- Row security for sampling plans, their frozen lists and their draws. The public reads them through functions, which name no firm.
do $$
declare t text;
begin
    foreach t in array array['lab.sampling_plans', 'lab.strata', 'lab.frozen_lists', 'lab.listed_lots', 'lab.public_values', 'lab.picks']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
        execute format('grant select, insert on %s to beetrace_app', t);
        execute format($sql$create policy read_plan on %s for select to beetrace_app
            using ((select access.actor_is_officer()) or (select access.actor_is_lab()))$sql$, t);
    end loop;
end $$;

create policy make_plan on lab.sampling_plans for insert to beetrace_app
    with check ((select access.actor_role()) = 'county' and planned_by = (select access.actor_account()));
create policy make_stratum on lab.strata for insert to beetrace_app
    with check ((select access.actor_role()) = 'county' and list_id is null);
create policy freeze_list on lab.frozen_lists for insert to beetrace_app
    with check ((select access.actor_role()) = 'county' and frozen_by = (select access.actor_account()) and value is null);
create policy freeze_lot on lab.listed_lots for insert to beetrace_app with check ((select access.actor_role()) = 'county');
create policy freeze_stratum on lab.strata for update to beetrace_app using ((select access.actor_role()) = 'county');
grant update (list_id) on lab.strata to beetrace_app;

-- The laboratory's reviewers are the second pair of eyes where the county office has one officer alone.
create policy enter_value on lab.public_values for insert to beetrace_app
    with check ((select access.actor_role()) in ('county', 'reviewer', 'signatory') and entered_by = (select access.actor_account()));
create policy reveal on lab.frozen_lists for update to beetrace_app using ((select access.actor_role()) in ('county', 'reviewer', 'signatory'));
grant update (value, value_source, drawn_at) on lab.frozen_lists to beetrace_app;
create policy pick on lab.picks for insert to beetrace_app
    with check (picked_by = (select access.actor_account())
        and ((select access.actor_role()) = 'county' or ((select access.actor_role()) in ('reviewer', 'signatory') and replaces is null)));
