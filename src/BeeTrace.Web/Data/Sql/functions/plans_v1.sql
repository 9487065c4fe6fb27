-- What anybody may know of a sampling plan, so that anybody can repeat its draw: lots by their codes, no firm, no reason in words.
create function lab.public_plan(wanted text) returns table (code text, year integer, basis text, planned_at timestamptz)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select p.code::text, p.year, p.basis::text, p.planned_at from lab.sampling_plans p where p.code = wanted and access.actor_role() is not null
$$;

create function lab.public_lists(wanted text)
    returns table (number integer, sha256 text, frozen_at timestamptz, value_name text, value_digits integer, value_day date, value text,
                   value_source text, drawn_at timestamptz)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select l.number, l.sha256::text, l.frozen_at, l.value_name::text, l.value_digits, l.value_day, l.value::text, l.value_source::text, l.drawn_at
    from lab.frozen_lists l join lab.sampling_plans p on p.id = l.plan_id
    where p.code = wanted and access.actor_role() is not null order by l.number
$$;

-- Samples of the drawn lots, of the plan's own basis and drawn after the list was frozen.
create function lab.public_picks(wanted text)
    returns table (stratum integer, place integer, lot text, replaces integer, reason text, replaced boolean, sampled boolean, tested boolean)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select k.stratum, k.place, k.lot::text, k.replaces, k.reason::text,
           exists (select from lab.picks r where r.plan_id = k.plan_id and r.stratum = k.stratum and r.replaces = k.place),
           coalesce(taken.n > 0, false), coalesce(taken.approved > 0, false)
    from lab.picks k
    join lab.sampling_plans p on p.id = k.plan_id
    join lab.strata s on s.plan_id = k.plan_id and s.number = k.stratum
    join lab.frozen_lists f on f.id = s.list_id
    left join lateral (
        select count(*) as n, count(*) filter (where a.status = 'Approved') as approved
        from lab.samples a join trace.lots l on l.id = a.lot_id
        where l.code = k.lot and a.basis = p.basis and a.drawn_on >= (f.frozen_at at time zone 'Asia/Shanghai')::date) taken on true
    where p.code = wanted and access.actor_role() is not null order by k.stratum, k.place
$$;

create function lab.public_listed_lots(wanted text) returns table (list integer, stratum integer, lot text)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select f.number, c.stratum, c.lot::text
    from lab.listed_lots c join lab.frozen_lists f on f.id = c.list_id join lab.sampling_plans p on p.id = f.plan_id
    where p.code = wanted and access.actor_role() is not null order by f.number, c.stratum, c.lot
$$;

create function lab.public_strata(wanted text)
    returns table (number integer, product_zh text, product_en text, county_zh text, county_en text, one_firm boolean, first_month integer,
                   last_month integer, stage text, planned integer, list integer, listed integer, drawn integer, replaced integer,
                   sampled integer, tested integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select s.number, t.name_zh::text, t.name_en::text, c.name_zh::text, c.name_en::text, s.firm_id is not null, s.first_month, s.last_month, s.stage::text,
           s.planned, f.number,
           (select count(*)::integer from lab.listed_lots i where i.plan_id = s.plan_id and i.stratum = s.number),
           (count(k.place) filter (where not k.replaced))::integer, (count(k.place) filter (where k.replaced))::integer,
           (count(k.place) filter (where k.sampled))::integer, (count(k.place) filter (where k.tested))::integer
    from lab.strata s
    join lab.sampling_plans p on p.id = s.plan_id
    join trace.products t on t.code = s.product
    left join registry.counties c on c.code = s.county
    left join lab.frozen_lists f on f.id = s.list_id
    left join lab.public_picks(wanted) k on k.stratum = s.number
    where p.code = wanted and access.actor_role() is not null
    group by s.plan_id, s.number, t.name_zh, t.name_en, c.name_zh, c.name_en, f.number
    order by s.number
$$;
