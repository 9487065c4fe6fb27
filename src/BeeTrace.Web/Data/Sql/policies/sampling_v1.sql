-- Sampling records, custody and their pictures: written by the laboratory's people in their own name, read by them, the officers and the lot's firm.
do $$
declare
    t text;
begin
    foreach t in array array['lab.sampling_records', 'lab.custody_events', 'lab.sample_photos']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
        execute format('grant select, insert on %s to beetrace_app', t);
    end loop;
end $$;

-- A record is written by whoever drew the sample. The second sampler's signature is all that is added to it, by that person, once.
create policy read_record on lab.sampling_records for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()) or firm_id = (select access.actor_firm()));
create policy add_record on lab.sampling_records for insert to beetrace_app
    with check ((select access.actor_role()) in ('sampler', 'system') and second_signed_at is null and second_sampler is distinct from (select access.actor_account())
        and exists (select from lab.samples s
            where s.id = sample_id and s.firm_id = sampling_records.firm_id and s.drawn_by = (select access.actor_account()) and s.status = 'Drawn'));
grant update (second_signed_at) on lab.sampling_records to beetrace_app;
create policy sign_record on lab.sampling_records for update to beetrace_app
    using ((select access.actor_role()) = 'sampler' and second_sampler = (select access.actor_account()) and second_signed_at is null)
    with check (second_signed_at is not null);
alter table lab.sampling_records add constraint two_samplers_are_two_people check (second_signed_at is null or second_sampler is not null);

-- Custody is only ever added to, and every step is signed by whoever records it.
create policy read_custody on lab.custody_events for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or exists (select from lab.samples s where s.id = sample_id and s.firm_id = (select access.actor_firm())));
create policy add_custody on lab.custody_events for insert to beetrace_app
    with check ((select access.actor_role()) in ('sampler', 'analyst', 'reviewer', 'signatory', 'system') and signed_by = (select access.actor_account())
        and exists (select from lab.samples s where s.id = sample_id));

create policy read_sample_photo on lab.sample_photos for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()));
create policy add_sample_photo on lab.sample_photos for insert to beetrace_app
    with check ((select access.actor_role()) = 'sampler' and taken_by = (select access.actor_account())
        and exists (select from lab.samples s where s.id = sample_id));
