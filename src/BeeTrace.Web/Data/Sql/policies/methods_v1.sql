-- The laboratory's methods: read by laboratory and officers, kept by reviewer and signatory. A method only ends.
alter table lab.methods enable row level security;
alter table lab.methods force row level security;
create policy owner_all on lab.methods to beetrace_owner using (true) with check (true);

grant select, insert on lab.methods to beetrace_app;
grant update (valid_to) on lab.methods to beetrace_app;
create policy read_method on lab.methods for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()) or (select access.actor_role()) = 'system');
create policy add_method on lab.methods for insert to beetrace_app
    with check ((select access.actor_role()) in ('reviewer', 'signatory') and entered_by = (select access.actor_account()) and valid_to is null);
create policy end_method on lab.methods for update to beetrace_app
    using ((select access.actor_role()) in ('reviewer', 'signatory') and valid_to is null)
    with check (valid_to is not null);
