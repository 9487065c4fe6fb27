-- Where apiaries stand today, kept beside the history of placements: one row an apiary, small enough to draw a country from.
-- Nobody reads or writes it but the functions of the owner; triggers keep it.
create table registry.current_places (
    apiary_id uuid primary key references registry.apiaries (id),
    placement_id uuid not null references registry.placements (id),
    beekeeper_id uuid not null,
    code text not null,
    species text not null,
    county text not null,
    plant text,
    since date not null,
    colonies integer not null,
    -- True once the county has confirmed the registration: only then it is counted and shown to the public.
    counts boolean not null,
    location geometry(Point, 3857) not null,
    -- Centre of the 5 km cell that everybody may know, and of the 1 km cell that firms may know.
    cell_5km geometry(Point, 3857) not null,
    cell_1km geometry(Point, 3857) not null
);
create index current_places_location on registry.current_places using gist (location);
create index current_places_cell on registry.current_places using gist (cell_5km);

-- What low zooms are drawn from: 32 x 32 cells a tile, zooms 0 to 9, added up from the 5 km cells and never from exact places,
-- so that a cell with one apiary tells no more than the list does. Sums in whole metres of Web Mercator.
create table registry.grid (
    z smallint not null, tx integer not null, ty integer not null, cell smallint not null,
    n integer not null, colonies bigint not null, sx bigint not null, sy bigint not null,
    primary key (z, tx, ty, cell)
);
-- Cells that have become empty, to be swept.
create index grid_empty on registry.grid (z) where n = 0;

-- One row: which day current_places speaks of, and a number that grows with every change of what a map shows.
create table registry.map_state (one boolean primary key default true check (one), settled_on date not null, version bigint not null);
insert into registry.map_state values (true, '-infinity', 0);

do $$
declare t text;
begin
    foreach t in array array['registry.current_places', 'registry.grid', 'registry.map_state']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
    end loop;
end $$;

-- Centre of the cell of about so many metres in which a place lies: rows of equal height from the equator, and in each row
-- columns as wide as they are high. A cell is never smaller than asked for.
create function registry.cell_centre(latitude float8, longitude float8, size_m integer) returns geometry
    language plpgsql immutable strict parallel safe as $$
declare
    height float8 := size_m / 110574.0;  -- degrees; a degree of latitude is nowhere shorter than 110,574 m
    row_mid float8 := (floor(latitude / height) + 0.5) * height;
    width float8 := height * 110574.0 / (111320.0 * cos(radians(least(abs(row_mid) + height / 2, 89.0))));
begin
    return public.st_transform(public.st_setsrid(public.st_makepoint((floor(longitude / width) + 0.5) * width, row_mid), 4326), 3857);
end $$;

-- Brings current_places up to date for these apiaries: who stands somewhere today and is neither closed nor refused.
create function registry.settle(wanted uuid[]) returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
begin
    with standing as materialized (
        select a.id as apiary_id, p.id as placement_id, a.beekeeper_id, a.code::text, a.species::text, a.county::text, p.plant::text, p.from_day as since,
            coalesce((select c.colonies from registry.colony_counts c
                where c.apiary_id = a.id and c.on_day >= p.from_day and c.on_day <= access.today()
                order by c.on_day desc, c.recorded_at desc limit 1), p.colonies) as colonies,
            a.state = 'Confirmed' and b.state = 'Confirmed' as counts, p.location,
            registry.cell_centre(p.latitude::float8, p.longitude::float8, 5000) as cell_5km,
            registry.cell_centre(p.latitude::float8, p.longitude::float8, 1000) as cell_1km
        from unnest(wanted) w (id)
        join registry.apiaries a on a.id = w.id
        join registry.beekeepers b on b.id = a.beekeeper_id
        join registry.placements p on p.apiary_id = a.id
            and p.from_day <= access.today() and (p.until_day is null or p.until_day > access.today())
        where (a.deregistered_on is null or a.deregistered_on > access.today())
            and a.state in ('Waiting', 'Confirmed') and b.state in ('Waiting', 'Confirmed')
    ), gone as (
        delete from registry.current_places c using unnest(wanted) w (id)
        where c.apiary_id = w.id and not exists (select from standing s where s.apiary_id = c.apiary_id)
    )
    insert into registry.current_places as c select * from standing
        on conflict (apiary_id) do update set
            placement_id = excluded.placement_id, beekeeper_id = excluded.beekeeper_id, code = excluded.code, species = excluded.species,
            county = excluded.county, plant = excluded.plant, since = excluded.since, colonies = excluded.colonies, counts = excluded.counts,
            location = excluded.location, cell_5km = excluded.cell_5km, cell_1km = excluded.cell_1km
        where (c.*) is distinct from (excluded.*);
end $$;
revoke execute on function registry.settle(uuid[]) from public;

-- A new day: stays that were announced begin, stays whose end was told are over. Cheap when there is nothing to do.
create function registry.settle_day() returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    today date := access.today();
    settled date;
begin
    select s.settled_on into settled from registry.map_state s;
    if settled = today then
        return;
    end if;
    select s.settled_on into settled from registry.map_state s for update;
    if settled = today then
        return;
    end if;
    perform registry.settle(array(
        select distinct p.apiary_id from registry.placements p
        where (p.from_day > least(settled, today) and p.from_day <= greatest(settled, today))
            or (p.until_day > least(settled, today) and p.until_day <= greatest(settled, today))
        union
        select a.id from registry.apiaries a where a.deregistered_on > least(settled, today) and a.deregistered_on <= greatest(settled, today)
        union
        select c.apiary_id from registry.colony_counts c where c.on_day > least(settled, today) and c.on_day <= greatest(settled, today)));
    update registry.map_state set settled_on = today, version = version + 1;
end $$;

create type registry.grid_point as (place geometry, colonies integer, sign integer);

-- What these points add to each cell of the zooms 0 to 9.
create function registry.grid_of(points registry.grid_point[])
    returns table (z smallint, tx integer, ty integer, cell smallint, n integer, colonies bigint, sx bigint, sy bigint)
    language sql immutable set search_path = registry, public, pg_temp as $$
    with at as (
        select st_x(p.place) as x, st_y(p.place) as y, p.colonies::bigint * p.sign as colonies, p.sign from unnest(points) p
    ), placed as (
        -- 40075016.685578488 m is the side of the world in Web Mercator.
        select zoom, floor((x + 20037508.342789244) / 40075016.685578488 * (1 << (zoom + 5)))::integer as cx,
            floor((20037508.342789244 - y) / 40075016.685578488 * (1 << (zoom + 5)))::integer as cy, at.colonies, at.sign, round(x)::bigint as mx, round(y)::bigint as my
        from at cross join generate_series(0, 9) zoom
    )
    select zoom::smallint, cx >> 5, cy >> 5, ((cy & 31) * 32 + (cx & 31))::smallint,
        sum(sign)::integer, sum(placed.colonies)::bigint, sum(mx * sign)::bigint, sum(my * sign)::bigint
    from placed group by 1, 2, 3, 4
    having sum(sign) <> 0 or sum(placed.colonies) <> 0 or sum(mx * sign) <> 0 or sum(my * sign) <> 0
$$;

-- The grid follows current_places by what each statement changed. One writer at a time: cells of the low zooms are shared by
-- all of them, and two that take them in different order would wait for each other for ever.
create function registry.count_on_grid() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
declare
    points registry.grid_point[];
begin
    if tg_op = 'INSERT' then
        points := array(select row (cell_5km, colonies, 1)::registry.grid_point from after where counts);
    elsif tg_op = 'DELETE' then
        points := array(select row (cell_5km, colonies, -1)::registry.grid_point from before where counts);
    else
        points := array(
            select row (cell_5km, colonies, 1)::registry.grid_point from after where counts
            union all
            select row (cell_5km, colonies, -1)::registry.grid_point from before where counts);
    end if;
    if cardinality(points) = 0 then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('registry.grid', 0));
    insert into registry.grid as g select * from registry.grid_of(points) order by z, tx, ty, cell
        on conflict (z, tx, ty, cell) do update set
            n = g.n + excluded.n, colonies = g.colonies + excluded.colonies, sx = g.sx + excluded.sx, sy = g.sy + excluded.sy;
    delete from registry.grid where n = 0;
    return null;
end $$;

-- Whatever stands differently is drawn differently: maps that were drawn before are out of date.
create function registry.map_changed() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    -- Apart, as each operation knows only its own transition table.
    if tg_op = 'DELETE' then
        if not exists (select from before) then
            return null;
        end if;
    elsif not exists (select from after) then
        return null;
    end if;
    update registry.map_state set version = version + 1;
    perform pg_notify('beetrace_map', (select version::text from registry.map_state));
    return null;
end $$;

create trigger count_added after insert on registry.current_places referencing new table as after
    for each statement execute function registry.count_on_grid();
create trigger count_removed after delete on registry.current_places referencing old table as before
    for each statement execute function registry.count_on_grid();
create trigger count_changed after update on registry.current_places referencing old table as before new table as after
    for each statement execute function registry.count_on_grid();
create trigger map_added after insert on registry.current_places referencing new table as after
    for each statement execute function registry.map_changed();
create trigger map_removed after delete on registry.current_places referencing old table as before
    for each statement execute function registry.map_changed();
create trigger map_changed after update on registry.current_places referencing new table as after
    for each statement execute function registry.map_changed();

-- Whatever changes where somebody stands, how many colonies, or whether it counts, settles the apiaries concerned.
create function registry.settle_placed() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    perform registry.settle(array(select distinct apiary_id from changed));
    return null;
end $$;
create trigger settle_added after insert on registry.placements referencing new table as changed
    for each statement execute function registry.settle_placed();
create trigger settle_changed after update on registry.placements referencing new table as changed
    for each statement execute function registry.settle_placed();
create trigger settle_removed after delete on registry.placements referencing old table as changed
    for each statement execute function registry.settle_placed();
create trigger settle_counted after insert on registry.colony_counts referencing new table as changed
    for each statement execute function registry.settle_placed();

create function registry.settle_apiary() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    perform registry.settle(array(select id from changed));
    return null;
end $$;
create trigger settle_changed after update on registry.apiaries referencing new table as changed
    for each statement execute function registry.settle_apiary();

create function registry.settle_beekeeper() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    if exists (select from changed n join previous o on o.id = n.id where o.state <> n.state) then
        perform registry.settle(array(select a.id from registry.apiaries a join changed n on n.id = a.beekeeper_id join previous o on o.id = n.id where o.state <> n.state));
    end if;
    return null;
end $$;
create trigger settle_changed after update on registry.beekeepers referencing old table as previous new table as changed
    for each statement execute function registry.settle_beekeeper();

-- A firm's suppliers: apiaries it has recorded a lot of, and those of the members of its filed bases.
create function registry.supplies(apiary uuid, firm uuid) returns boolean
    language sql stable security definer set search_path = registry, pg_temp as $$
    select firm is not null and (
        exists (select from trace.lots l where l.apiary_id = apiary and l.firm_id = firm)
        or exists (select from registry.apiaries a join registry.base_members m on m.beekeeper_id = a.beekeeper_id
            where a.id = apiary and m.firm_id = firm and m.from_day <= access.today() and (m.until_day is null or m.until_day > access.today())))
$$;
revoke execute on function registry.supplies(uuid, uuid) from public;

-- Whether the actor may know exactly where this apiary stands. Whoever answers with an exact place asks here first.
create function registry.may_see_exactly(apiary uuid, beekeeper uuid) returns boolean
    language sql stable security definer set search_path = registry, pg_temp as $$
    select access.actor_is_officer() or beekeeper = access.actor_beekeeper() or registry.supplies(apiary, access.actor_firm())
$$;
revoke execute on function registry.may_see_exactly(uuid, uuid) from public;

-- How roughly the actor sees the place of others: 1 km for staff of firms and laboratory, 5 km for everybody else.
create function registry.cell_size_m() returns integer
    language sql stable parallel safe
    as $$ select case when access.actor_is_officer() or access.actor_is_lab() or access.actor_role() = 'exporter' then 1000 else 5000 end $$;

-- Writes down that the actor has seen exact places of others: once an actor, subject and day. The system's own work is no view.
create function registry.record_exact_view(subject text, codes text[]) returns void
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
begin
    if cardinality(codes) = 0 or access.actor_role() = 'system' then
        return;
    end if;
    insert into access.deeds (id, at, actor_id, actor_name, actor_role, deed, subject, new)
    select gen_random_uuid(), access.moment(), access.actor_account(), coalesce(access.actor_name(), ''), initcap(access.actor_role()), 'location-read', record_exact_view.subject,
        jsonb_build_object('apiaries', to_jsonb(codes))
    where not exists (
        select from access.deeds d
        where d.subject = record_exact_view.subject and d.deed = 'location-read' and d.actor_id = access.actor_account()
            and d.at >= (access.today()::timestamp at time zone 'Asia/Shanghai') and d.new::jsonb -> 'apiaries' @> to_jsonb(codes));
end $$;
revoke execute on function registry.record_exact_view(text, text[]) from public;

-- The stays of these apiaries, exactly, for those who may know; foreign ones leave a deed in the same breath. This and the tiles
-- are the only ways by which an exact place reaches anybody but its beekeeper.
create function registry.exact_places(wanted text[])
    returns table (apiary_id uuid, code text, placement_id uuid, from_day date, until_day date, latitude numeric, longitude numeric,
        entered_latitude numeric, entered_longitude numeric, entered_datum text, accuracy_m numeric, colonies integer, plant text, place_name text, quarantine_certificate text)
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare
    allowed uuid[];
    apart text[];
begin
    select array_agg(a.id), coalesce(array_agg(a.code::text order by a.code) filter (where a.beekeeper_id is distinct from access.actor_beekeeper()), '{}')
        into allowed, apart
        from registry.apiaries a where a.code = any (wanted) and registry.may_see_exactly(a.id, a.beekeeper_id);
    perform registry.record_exact_view(case when cardinality(apart) = 1 then apart[1] else 'list' end, apart);
    return query
        select p.apiary_id, a.code::text, p.id, p.from_day, p.until_day, p.latitude, p.longitude, p.entered_latitude, p.entered_longitude,
            p.entered_datum::text, p.accuracy_m, p.colonies, p.plant::text, p.place_name::text, p.quarantine_certificate::text
        from registry.placements p join registry.apiaries a on a.id = p.apiary_id
        where p.apiary_id = any (allowed) order by a.code, p.from_day desc;
end $$;

-- Where these apiaries stand today as roughly as the actor may know; no deed, for nothing exact is told.
create function registry.rough_places(wanted uuid[])
    returns table (apiary_id uuid, since date, colonies integer, plant text, latitude float8, longitude float8, size_m integer)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select c.apiary_id, c.since, c.colonies, c.plant,
        st_y(st_transform(case registry.cell_size_m() when 1000 then c.cell_1km else c.cell_5km end, 4326)),
        st_x(st_transform(case registry.cell_size_m() when 1000 then c.cell_1km else c.cell_5km end, 4326)), registry.cell_size_m()
    from registry.current_places c
    where c.apiary_id = any (wanted) and (c.counts or access.actor_is_officer()) and access.actor_role() is not null
$$;
