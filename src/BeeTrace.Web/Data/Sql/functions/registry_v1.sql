-- An apiary stands in one place a day: half-open periods [from, until) never overlap.
alter table registry.placements add constraint an_apiary_stands_in_one_place_a_day
    exclude using gist (apiary_id with =, daterange(from_day, until_day, '[)') with &&);

-- One point column in Web Mercator serves tiles and "within 3 km".
alter table registry.placements add column location geometry(Point, 3857)
    generated always as (st_transform(st_setsrid(st_makepoint(longitude::float8, latitude::float8), 4326), 3857)) stored;
create index placements_location on registry.placements using gist (location);

-- Running numbers of codes (apiaries by county, lots and samples by year). Nobody touches the table but these functions.
create table registry.serials (prefix text primary key, last integer not null);
alter table registry.serials enable row level security;
alter table registry.serials force row level security;
create policy owner_all on registry.serials to beetrace_owner using (true) with check (true);

create function registry.next_serial(wanted text) returns integer
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare n integer;
begin
    if coalesce(access.actor_role(), '') not in ('beekeeper', 'sampler', 'exporter', 'county', 'admin', 'system') then
        raise exception 'Numbers are given to people who may register.' using errcode = '42501';
    end if;
    insert into registry.serials values (wanted, 1)
        on conflict (prefix) do update set last = serials.last + 1 returning last into n;
    return n;
end $$;

-- Imported rows bring their own codes; the next number given is above them. A sampler brings samples and nothing else.
create function registry.raise_serial(wanted text, used integer) returns void
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
begin
    if not (access.actor_keeps_reference() or (access.actor_role() = 'sampler' and wanted like 'S%')) then
        raise exception 'Only an import raises numbers.' using errcode = '42501';
    end if;
    insert into registry.serials values (wanted, used)
        on conflict (prefix) do update set last = greatest(serials.last, excluded.last);
end $$;

-- A firm names an apiary by the code on the hive board and learns whether it stood anywhere on the harvest day; not where.
create function registry.origin_on(apiary_code text, harvest_day date)
    returns table (apiary_id uuid, beekeeper_id uuid, species text, county text, placement_id uuid, colonies integer, placed_from date)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select a.id, a.beekeeper_id, a.species::text, a.county::text, p.id, p.colonies, p.from_day
    from registry.apiaries a
    left join registry.placements p
        on p.apiary_id = a.id and p.from_day <= harvest_day and (p.until_day is null or p.until_day > harvest_day)
    where a.code = apiary_code and access.actor_role() in ('exporter', 'county', 'admin', 'system')
$$;

-- The county's firms in a year, as totals that anyone may know.
create function registry.industry(wanted integer)
    returns table (firms integer, firms_above_100_million integer, sales_cny numeric)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select count(*)::integer, count(*) filter (where y.sales_cny > 100000000)::integer, coalesce(sum(y.sales_cny), 0)
    from registry.firm_years y join registry.firms f on f.id = y.firm_id
    where y.year = wanted and f.kind <> 'Laboratory' and access.actor_role() is not null
$$;
