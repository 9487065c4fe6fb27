-- Whoever got a notice by e-mail is told by e-mail that it was withdrawn.

-- When that went out, how often it was tried in vain, and when to try again; null at once.
alter table map.notice_recipients add column withdrawal_mailed_at timestamptz, add column withdrawal_tries integer not null default 0, add column withdrawal_due timestamptz;

-- The next message about a withdrawal that is due, one beekeeper and notice, held until the transaction ends. No row when nothing is due.
create function map.next_withdrawal()
    returns table (notice_id uuid, beekeeper_id uuid, code text, kind text, from_day date, to_day date, radius_m integer, subject text, contact text,
        latitude float8, longitude float8, addresses text[], apiaries text[], names text[], distances integer[], tries integer, withdrawn_at timestamptz, withdrawn_why text)
    language plpgsql volatile security definer set search_path = map, public, pg_temp as $$
declare
    picked record;
begin
    if access.actor_role() is distinct from 'system' then
        raise exception 'Mail is sent by the system.' using errcode = '42501';
    end if;
    select r.notice_id, r.beekeeper_id into picked
        from map.notice_recipients r join map.notices n on n.id = r.notice_id
        where r.mailed_at is not null and r.withdrawal_mailed_at is null and (r.withdrawal_due is null or r.withdrawal_due <= access.moment())
            and n.withdrawn_at is not null and n.to_day >= access.today()
            and exists (select from access.accounts a where a.beekeeper_id = r.beekeeper_id and a.email is not null)
        order by r.withdrawal_tries, n.from_day, r.added_at limit 1 for update of r skip locked;
    if not found then
        return;
    end if;
    -- No place and no distance: there is nothing left to be near to.
    return query
        select n.id, picked.beekeeper_id, n.code::text, n.kind::text, n.from_day, n.to_day, n.radius_m, n.subject::text, null::text,
            0::float8, 0::float8,
            array(select a.email::text from access.accounts a where a.beekeeper_id = picked.beekeeper_id and a.email is not null order by a.email),
            array_agg(a.code::text order by a.code), array_agg(a.name::text order by a.code), array_agg(null::integer), max(r.withdrawal_tries), n.withdrawn_at, n.withdrawn_why::text
        from map.notice_recipients r
        join map.notices n on n.id = r.notice_id
        join registry.apiaries a on a.id = r.apiary_id
        where r.notice_id = picked.notice_id and r.beekeeper_id = picked.beekeeper_id and r.mailed_at is not null and r.withdrawal_mailed_at is null
        group by n.id;
end $$;

-- What became of that message: it went out, or it is tried again at the given time.
create function map.withdrawal_done(notice uuid, keeper uuid, codes text[], try_again timestamptz) returns void
    language plpgsql volatile security definer set search_path = map, pg_temp as $$
begin
    if access.actor_role() is distinct from 'system' then
        raise exception 'Mail is sent by the system.' using errcode = '42501';
    end if;
    update map.notice_recipients r set
        withdrawal_mailed_at = case when try_again is null then access.moment() end,
        withdrawal_tries = r.withdrawal_tries + case when try_again is null then 0 else 1 end, withdrawal_due = try_again
        where r.notice_id = notice and r.beekeeper_id = keeper and r.mailed_at is not null and r.withdrawal_mailed_at is null
            and exists (select from registry.apiaries a where a.id = r.apiary_id and a.code = any (codes));
end $$;
