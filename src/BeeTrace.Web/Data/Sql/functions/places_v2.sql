-- Today's places also know the kind of their apiary, so that a list that asks for plant, species and kind reads one index and nothing else.
drop index registry.current_places_plant;
drop index registry.current_places_county;
alter table registry.current_places add column kind text;
update registry.current_places c set kind = a.kind from registry.apiaries a where a.id = c.apiary_id;
alter table registry.current_places alter column kind set not null;
create index current_places_plant on registry.current_places (plant, code) include (species, kind, colonies, since, apiary_id);
create index current_places_county on registry.current_places (county, code) include (species, plant, kind, apiary_id);

-- Who stands somewhere on this day and is neither closed nor refused.
create or replace function registry.standing_on(day date) returns setof registry.current_places
    language sql stable as $$
    select a.id, p.id, b.id, a.code::text, a.species::text, a.county::text, p.plant::text, p.from_day,
        coalesce((select c.colonies from registry.colony_counts c
            where c.apiary_id = a.id and c.on_day >= p.from_day and c.on_day <= day
            order by c.on_day desc, c.recorded_at desc, c.id desc limit 1), p.colonies),
        a.state = 'Confirmed' and b.state = 'Confirmed', p.location,
        registry.cell_centre(p.latitude::float8, p.longitude::float8, 5000), registry.cell_centre(p.latitude::float8, p.longitude::float8, 1000),
        a.kind::text
    from registry.placements p
    join registry.apiaries a on a.id = p.apiary_id
    join registry.beekeepers owner on owner.id = a.beekeeper_id
    -- Who was merged is spoken for by the entry that remains.
    join registry.beekeepers b on b.id = coalesce(owner.merged_into, owner.id)
    where p.from_day <= day and (p.until_day is null or p.until_day > day)
        and (a.deregistered_on is null or a.deregistered_on > day)
        and a.state in ('Waiting', 'Confirmed') and b.state in ('Waiting', 'Confirmed')
$$;

-- Brings current_places up to date for these apiaries: who stands somewhere on the settled day and is neither closed nor refused;
-- and appends to grid_changes what that changes on the map.
create or replace function registry.settle(wanted uuid[]) returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    day date;
    places text;
begin
    if cardinality(wanted) = 0 then
        return;
    end if;
    -- Two that change the same apiary, or an apiary and its beekeeper, go one after the other: the second must see what the
    -- first wrote, or it would put back what was. Always in the order of the ids.
    perform from registry.beekeepers b where b.id in (select a.beekeeper_id from registry.apiaries a where a.id = any (wanted)) order by b.id for share;
    perform from registry.apiaries a where a.id = any (wanted) order by a.id for no key update;
    select s.settled_on into day from registry.map_state s;

    with concerned as materialized (
        select distinct w.id from unnest(wanted) w (id)
    ), standing as materialized (
        select s.* from concerned w join registry.standing_on(day) s on s.apiary_id = w.id
    ), stood as materialized (
        select c.* from registry.current_places c join concerned w on w.id = c.apiary_id
    ), gone as (
        delete from registry.current_places c using stood o
        where c.apiary_id = o.apiary_id and not exists (select from standing s where s.apiary_id = o.apiary_id)
    ), written as (
        insert into registry.current_places as c
        select s.* from standing s left join stood o on o.apiary_id = s.apiary_id where (s.*) is distinct from (o.*)
        -- Along a curve through the plane, so that neighbours come to lie side by side and a tile reads few pages.
        order by s.location
        on conflict (apiary_id) do update set
            placement_id = excluded.placement_id, beekeeper_id = excluded.beekeeper_id, code = excluded.code, species = excluded.species,
            county = excluded.county, plant = excluded.plant, since = excluded.since, colonies = excluded.colonies, counts = excluded.counts,
            location = excluded.location, cell_5km = excluded.cell_5km, cell_1km = excluded.cell_1km,
            kind = excluded.kind
    ), moved as materialized (
        select s.apiary_id, s.counts, s.cell_5km, s.colonies, 1 as sign from standing s left join stood o on o.apiary_id = s.apiary_id where (s.*) is distinct from (o.*)
        union all
        select o.apiary_id, o.counts, o.cell_5km, o.colonies, -1 from stood o left join standing s on s.apiary_id = o.apiary_id where (s.*) is distinct from (o.*)
    ), counted as (
        insert into registry.grid_changes
        select g.z, g.tx, g.ty, g.cell, sum(m.n), sum(m.colonies), sum(m.n * round(st_x(m.cell_5km))::bigint), sum(m.n * round(st_y(m.cell_5km))::bigint)
        from (
            select m.cell_5km, sum(m.sign) as n, sum(m.sign * m.colonies::bigint) as colonies from moved m
            where m.counts group by m.cell_5km having sum(m.sign) <> 0 or sum(m.sign * m.colonies::bigint) <> 0
        ) m cross join lateral registry.grid_cells(m.cell_5km) g
        group by g.z, g.tx, g.ty, g.cell
        having sum(m.n) <> 0 or sum(m.colonies) <> 0 or sum(m.n * round(st_x(m.cell_5km))) <> 0 or sum(m.n * round(st_y(m.cell_5km))) <> 0
    )
    -- Which tiles of zoom 6 look different now; '*' where they are too many to name (a notification holds 8,000 bytes).
    select case when count(*) > 200 then '*' else string_agg(tile, ' ') end into places from (
        select distinct g.tx || '/' || g.ty as tile from moved m cross join lateral registry.grid_cells(m.cell_5km) g where g.z = 6
    ) t;

    if places is not null then
        perform pg_notify('beetrace_map', places);
    end if;
end $$;
