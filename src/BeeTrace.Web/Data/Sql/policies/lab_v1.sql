-- Parts of residue definitions are reference data like the limits; a part that a definition no longer has is removed, since
-- whoever counts it still would work out another sum. Verdicts keep their own copy.
alter table lab.residue_parts enable row level security;
alter table lab.residue_parts force row level security;
create policy owner_all on lab.residue_parts to beetrace_owner using (true) with check (true);
grant select, insert, update, delete on lab.residue_parts to beetrace_app;
create policy read_reference on lab.residue_parts for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_reference on lab.residue_parts for insert to beetrace_app with check ((select access.actor_keeps_reference()));
create policy change_reference on lab.residue_parts for update to beetrace_app using ((select access.actor_keeps_reference()));
create policy remove_reference on lab.residue_parts for delete to beetrace_app using ((select access.actor_keeps_reference()));
