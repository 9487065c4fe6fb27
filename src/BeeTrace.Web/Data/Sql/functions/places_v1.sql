-- Where apiaries stand today, kept beside the history of placements: one row an apiary, small enough to draw a country from.
-- Nobody reads or writes it but the functions of the owner; registry.settle keeps it. No foreign keys: they would look up once
-- more what settle has just joined, and stop the undoing of an import before settle hears of it.
create table registry.current_places (
    apiary_id uuid primary key,
    placement_id uuid not null,
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
-- The only one: a cell's centre is at most 0.71 of its side away, so cells are found by a box that is so much larger.
create index current_places_location on registry.current_places using gist (location);

-- What maps are drawn from: 8 x 8 cells a tile (64 pixels: room for a circle with its number), zooms 0 to 10, added up from the
-- 5 km cells and never from exact places, so that a cell with one apiary tells no more than the list does. At zoom 10 a cell is
-- 4,892 m of Web Mercator, less than from one 5 km cell to the next: its rows are the 5 km cells themselves and serve every zoom
-- beyond. Sums in whole metres of Web Mercator.
create table registry.grid (
    z smallint not null, tx integer not null, ty integer not null, cell smallint not null,
    n integer not null, colonies bigint not null, sx bigint not null, sy bigint not null,
    primary key (z, tx, ty, cell)
);
-- Cells that have become empty, to be swept.
create index grid_empty on registry.grid (z) where n = 0;
-- Changes that are not yet folded into the grid. Cells of the low zooms are shared by the whole country: who wrote into them
-- directly would wait for everybody else who moves, an import for minutes. So writers only append, and readers add up both.
create table registry.grid_changes (like registry.grid);
create index grid_changes_tile on registry.grid_changes (z, tx, ty);

-- One row: which day current_places speaks of.
create table registry.map_state (one boolean primary key default true check (one), settled_on date not null);
insert into registry.map_state values (true, '-infinity');

do $$
declare t text;
begin
    foreach t in array array['registry.current_places', 'registry.grid', 'registry.grid_changes', 'registry.map_state']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
    end loop;
end $$;

-- Centre of the cell of about so many metres in which a place lies, in Web Mercator: rows of equal height from the equator, and
-- in each row columns as wide as they are high. A cell is never smaller than asked for: a degree of latitude is nowhere shorter
-- than 110,574 m, and a column is measured at the edge of its row that is nearer to the pole.
create function registry.cell_centre(latitude float8, longitude float8, size_m integer) returns geometry
    language plpgsql immutable strict parallel safe set search_path = public, pg_temp as $$
declare
    height float8 := size_m / 110574.0;
    row_mid float8 := (floor(latitude / height) + 0.5) * height;
    width float8 := height * 110574.0 / (111319.49 * cos(radians(least(abs(row_mid) + height / 2, 89.0))));
    column_mid float8 := (floor(longitude / width) + 0.5) * width;
begin
    -- 20037508.342789244 m is half the side of the world in Web Mercator.
    return st_setsrid(st_makepoint(column_mid / 180 * 20037508.342789244,
        ln(tan(radians(45 + row_mid / 2))) / pi() * 20037508.342789244), 3857);
end $$;

-- The cell around its centre.
create function registry.cell_box(centre geometry, size_m integer) returns geometry
    language plpgsql immutable strict parallel safe set search_path = public, pg_temp as $$
declare
    height float8 := size_m / 110574.0;
    row_mid float8 := degrees(2 * atan(exp(st_y(centre) / 20037508.342789244 * pi())) - pi() / 2);
    half_width float8 := height * 110574.0 / (111319.49 * cos(radians(least(abs(row_mid) + height / 2, 89.0)))) / 2 / 180 * 20037508.342789244;
begin
    return st_makeenvelope(
        st_x(centre) - half_width, ln(tan(radians(45 + (row_mid - height / 2) / 2))) / pi() * 20037508.342789244,
        st_x(centre) + half_width, ln(tan(radians(45 + (row_mid + height / 2) / 2))) / pi() * 20037508.342789244, 3857);
end $$;

-- Which cell of each kept zoom a point lies in.
create function registry.grid_cells(place geometry)
    returns table (z smallint, tx integer, ty integer, cell smallint)
    language sql immutable parallel safe set search_path = public, pg_temp rows 11 as $$
    -- 40075016.685578488 m is the side of the world in Web Mercator.
    select zoom::smallint, cx >> 3, cy >> 3, ((cy & 7) * 8 + (cx & 7))::smallint
    from (
        -- The last column of the world may stick out of it.
        select zoom, least(floor((st_x(place) + 20037508.342789244) / 40075016.685578488 * (1 << (zoom + 3)))::integer, (1 << (zoom + 3)) - 1) as cx,
            floor((20037508.342789244 - st_y(place)) / 40075016.685578488 * (1 << (zoom + 3)))::integer as cy
        from generate_series(0, 10) zoom
    ) at
$$;

-- Who stands somewhere on this day and is neither closed nor refused.
create function registry.standing_on(day date) returns setof registry.current_places
    language sql stable as $$
    select a.id, p.id, b.id, a.code::text, a.species::text, a.county::text, p.plant::text, p.from_day,
        coalesce((select c.colonies from registry.colony_counts c
            where c.apiary_id = a.id and c.on_day >= p.from_day and c.on_day <= day
            order by c.on_day desc, c.recorded_at desc, c.id desc limit 1), p.colonies),
        a.state = 'Confirmed' and b.state = 'Confirmed', p.location,
        registry.cell_centre(p.latitude::float8, p.longitude::float8, 5000), registry.cell_centre(p.latitude::float8, p.longitude::float8, 1000)
    from registry.placements p
    join registry.apiaries a on a.id = p.apiary_id
    join registry.beekeepers owner on owner.id = a.beekeeper_id
    -- Who was merged is spoken for by the entry that remains.
    join registry.beekeepers b on b.id = coalesce(owner.merged_into, owner.id)
    where p.from_day <= day and (p.until_day is null or p.until_day > day)
        and (a.deregistered_on is null or a.deregistered_on > day)
        and a.state in ('Waiting', 'Confirmed') and b.state in ('Waiting', 'Confirmed')
$$;
revoke execute on function registry.standing_on(date) from public;

-- Brings current_places up to date for these apiaries: who stands somewhere on the settled day and is neither closed nor refused;
-- and appends to grid_changes what that changes on the map.
create function registry.settle(wanted uuid[]) returns void
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
            location = excluded.location, cell_5km = excluded.cell_5km, cell_1km = excluded.cell_1km
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
revoke execute on function registry.settle(uuid[]) from public;

create function registry.day_lock() returns bigint language sql immutable as $$ select hashtextextended('registry.map_state.settled_on', 0) $$;

-- A new day: stays that were announced begin, stays whose end was told are over. Cheap when there is nothing to do.
-- Who does not wait goes on by the day before while somebody else's long transaction still writes by it; the housekeeper waits.
create function registry.settle_day(wait boolean default true) returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    today date := access.today();
    settled date;
begin
    select s.settled_on into settled from registry.map_state s;
    if settled = today then
        return;
    end if;
    -- Alone, after everybody who still writes by the old day: what they write must be among what is settled here.
    if wait then
        perform pg_advisory_xact_lock(registry.day_lock());
    elsif not pg_try_advisory_xact_lock(registry.day_lock()) then
        return;
    end if;
    select s.settled_on into settled from registry.map_state s;
    if settled = today then
        return;
    end if;
    update registry.map_state set settled_on = today;
    perform registry.settle(array(
        select p.apiary_id from registry.placements p
        where (p.from_day > least(settled, today) and p.from_day <= greatest(settled, today))
            or (p.until_day > least(settled, today) and p.until_day <= greatest(settled, today))
        union
        select a.id from registry.apiaries a where a.deregistered_on > least(settled, today) and a.deregistered_on <= greatest(settled, today)
        union
        select c.apiary_id from registry.colony_counts c where c.on_day > least(settled, today) and c.on_day <= greatest(settled, today)));
end $$;

-- Whoever is about to write what a map shows, first sees to it that current_places speaks of today, and that nobody begins
-- another day before the writing is committed. Before the statement, so that every transaction takes this lock before any row's.
create function registry.hold_day() returns trigger
    language plpgsql security definer set search_path = registry, pg_temp as $$
begin
    perform registry.settle_day(wait => false);
    perform pg_advisory_xact_lock_shared(registry.day_lock());
    -- Another may have begun the day meanwhile, or not yet.
    perform registry.settle_day(wait => false);
    return null;
end $$;
create trigger hold_day before insert or update or delete on registry.placements for each statement execute function registry.hold_day();
create trigger hold_day before insert on registry.colony_counts for each statement execute function registry.hold_day();
create trigger hold_day before update on registry.apiaries for each statement execute function registry.hold_day();
create trigger hold_day before update on registry.beekeepers for each statement execute function registry.hold_day();

-- Adds what was appended to the grid's cells. One at a time; whoever comes second leaves it to the first. Yields how many rows
-- were folded in.
create function registry.fold_grid() returns integer
    language plpgsql volatile security definer set search_path = registry, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    folded integer;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('registry.fold_grid', 0)) then
        return 0;
    end if;
    with taken as (
        delete from registry.grid_changes returning *
    ), added as (
        insert into registry.grid as g
        select t.z, t.tx, t.ty, t.cell, sum(t.n), sum(t.colonies), sum(t.sx), sum(t.sy) from taken t group by t.z, t.tx, t.ty, t.cell
        on conflict (z, tx, ty, cell) do update set
            n = g.n + excluded.n, colonies = g.colonies + excluded.colonies, sx = g.sx + excluded.sx, sy = g.sy + excluded.sy
    )
    select count(*) into folded from taken;
    if folded > 0 then
        delete from registry.grid g where g.n = 0;
    end if;
    return folded;
end $$;

-- All of it anew from the history of placements, for the owner: after a load with triggers off, or where somebody doubts.
create function registry.rebuild_places() returns void
    language plpgsql volatile set search_path = registry, public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(registry.day_lock());
    truncate registry.current_places, registry.grid, registry.grid_changes;
    update registry.map_state set settled_on = access.today();
    drop index registry.current_places_location;
    alter table registry.current_places drop constraint current_places_pkey;
    insert into registry.current_places select * from registry.standing_on(access.today()) s order by s.location;
    alter table registry.current_places add constraint current_places_pkey primary key (apiary_id);
    create index current_places_location on registry.current_places using gist (location);
    insert into registry.grid
    select g.z, g.tx, g.ty, g.cell, sum(c.n), sum(c.colonies), sum(c.n * round(st_x(c.cell_5km))::bigint), sum(c.n * round(st_y(c.cell_5km))::bigint)
    from (select cell_5km, count(*) as n, sum(colonies) as colonies from registry.current_places where counts group by cell_5km) c
    cross join lateral registry.grid_cells(c.cell_5km) g
    group by g.z, g.tx, g.ty, g.cell;
    perform pg_notify('beetrace_map', '*');
end $$;
revoke execute on function registry.rebuild_places() from public;

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
    if exists (select from changed n join previous o on o.id = n.id where (o.state, o.merged_into) is distinct from (n.state, n.merged_into)) then
        perform registry.settle(array(select a.id from registry.apiaries a join changed n on n.id = a.beekeeper_id join previous o on o.id = n.id
            where (o.state, o.merged_into) is distinct from (n.state, n.merged_into)));
    end if;
    return null;
end $$;
create trigger settle_changed after update on registry.beekeepers referencing old table as previous new table as changed
    for each statement execute function registry.settle_beekeeper();

-- Since when an apiary's beekeeper supplies a firm: as a member of one of its filed bases, which the county has joined. A lot alone
-- makes no supplier, for a firm can record one of any code on a hive board.
create function registry.supplies_since(beekeeper uuid, firm uuid) returns date
    language sql stable security definer set search_path = registry, pg_temp as $$
    select min(m.from_day) from registry.base_members m
    where m.beekeeper_id = beekeeper and m.firm_id = firm and m.from_day <= access.today() and (m.until_day is null or m.until_day > access.today())
$$;
revoke execute on function registry.supplies_since(uuid, uuid) from public;

-- Whether the actor may know exactly where this beekeeper's apiaries stand. Whoever answers with an exact place asks here first.
create function registry.may_see_exactly(beekeeper uuid) returns boolean
    language sql stable security definer set search_path = registry, pg_temp as $$
    select access.actor_is_officer() or beekeeper = access.actor_beekeeper() or registry.supplies_since(beekeeper, access.actor_firm()) is not null
$$;
revoke execute on function registry.may_see_exactly(uuid) from public;

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
        from registry.apiaries a where a.code = any (wanted) and registry.may_see_exactly(a.beekeeper_id);
    perform registry.record_exact_view(case when cardinality(apart) = 1 then apart[1] else 'list' end, apart);
    return query
        select p.apiary_id, a.code::text, p.id, p.from_day, p.until_day, p.latitude, p.longitude, p.entered_latitude, p.entered_longitude,
            p.entered_datum::text, p.accuracy_m, p.colonies, p.plant::text, p.place_name::text, p.quarantine_certificate::text
        from registry.placements p join registry.apiaries a on a.id = p.apiary_id
        -- A firm sees no stay that was over before the beekeeper joined its base.
        where p.apiary_id = any (allowed)
            and (access.actor_firm() is null or p.until_day is null or p.until_day > registry.supplies_since(a.beekeeper_id, access.actor_firm()))
        order by a.code, p.from_day desc;
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
