-- What a merger must look at, and what holds for an apiary and those that were merged into it alike.

-- Whether somebody signs in for this beekeeper. For officers, who read no accounts.
create function registry.has_account(beekeeper uuid) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select access.actor_is_officer() and exists (select from access.accounts a where a.beekeeper_id = has_account.beekeeper)
$$;

-- As before; and the medicine log of an apiary is also that of the entries that are the same hives.
create or replace function registry.treatments_before(apiary_code text, harvest_day date)
    returns table (medicine text, started_on date, ended_on date, withdrawal_days integer)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select t.medicine::text, t.started_on, t.ended_on, t.withdrawal_days
    from registry.apiaries a
    cross join lateral (select coalesce(a.merged_into, a.id) as id) counted
    join registry.apiaries same on same.id = counted.id or same.merged_into = counted.id
    join registry.treatments t on t.apiary_id = same.id
    where a.code = apiary_code and t.started_on <= harvest_day
        and (t.ended_on is null
            or t.ended_on > harvest_day
            or (t.withdrawal_days is null and t.ended_on + interval '1 year' >= harvest_day)
            or t.ended_on + t.withdrawal_days > harvest_day)
        and not exists (select from registry.treatments later where later.supersedes = t.id)
        and (access.actor_role() in ('exporter', 'county', 'admin', 'system') or a.beekeeper_id = access.actor_beekeeper())
$$;
