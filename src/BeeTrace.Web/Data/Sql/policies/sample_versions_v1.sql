-- Every state that a sample's row was ever in, written by the database itself: with the readings, evaluations and re-tests, which never
-- change, it rebuilds what stood where at any moment, whoever wrote it and by whatever way.
create table lab.sample_versions
(
    sample_id uuid not null references lab.samples,
    number integer not null,
    at timestamptz not null,
    written_by uuid,
    "row" jsonb not null,
    constraint pk_sample_versions primary key (sample_id, number)
);
alter table lab.sample_versions enable row level security;
alter table lab.sample_versions force row level security;
create policy owner_all on lab.sample_versions to beetrace_owner using (true) with check (true);
grant select on lab.sample_versions to beetrace_app;
create policy read_versions on lab.sample_versions for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()));

create function lab.keep_sample_version() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    insert into lab.sample_versions (sample_id, number, at, written_by, "row")
    values (new.id, case when tg_op = 'INSERT' then 1 else (select coalesce(max(v.number), 0) + 1 from lab.sample_versions v where v.sample_id = new.id) end,
            access.moment(), access.actor_account(), to_jsonb(new));
    return null;
end $$;
create trigger keep_version after insert or update on lab.samples for each row execute function lab.keep_sample_version();

-- Samples from before have their present state as their first; what they went through stands in the record of deeds.
insert into lab.sample_versions (sample_id, number, at, written_by, "row")
select s.id, 1, access.moment(), null, to_jsonb(s) from lab.samples s;

create trigger frozen before update or delete on lab.sample_versions for each row execute function access.forbid_change();
create trigger frozen_whole before truncate on lab.sample_versions for each statement execute function access.forbid_change();

-- A sample's row as it was at a moment; nothing before it was drawn.
create function lab.sample_at(wanted_sample uuid, moment timestamptz) returns jsonb
    language sql stable set search_path = lab, pg_temp as $$
    select v."row" from lab.sample_versions v where v.sample_id = wanted_sample and v.at <= moment order by v.number desc limit 1
$$;
