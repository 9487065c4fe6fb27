-- What the map shows, drawn in the database: by functions of the owner, because row security would hide the index from a search
-- by place. Each asks for itself who wants to know, and tells no more than that person's degree allows.

-- A place where a base map with the national shift (GCJ-02) has it; unchanged where it has none. Areas move as a whole, by the
-- shift of their middle: within 10 km the shift differs by a few metres. The published algorithm; BeeTrace.Core has the same.
create function map.drawn(place geometry, datum text) returns geometry
    language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
declare
    lon float8;
    lat float8;
    x float8;
    y float8;
    north float8;
    east float8;
    magic float8;
begin
    if place is null or datum is distinct from 'Gcj02' then
        return place;
    end if;
    lon := st_x(st_centroid(place)) / 20037508.342789244 * 180;
    lat := degrees(2 * atan(exp(st_y(st_centroid(place)) / 20037508.342789244 * pi())) - pi() / 2);
    if lon not between 72.004 and 137.8347 or lat not between 0.8293 and 55.8271 then
        return place;
    end if;
    x := lon - 105;
    y := lat - 35;
    north := -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
        + (20 * sin(6 * x * pi()) + 20 * sin(2 * x * pi())) * 2 / 3
        + (20 * sin(y * pi()) + 40 * sin(y / 3 * pi())) * 2 / 3
        + (160 * sin(y / 12 * pi()) + 320 * sin(y * pi() / 30)) * 2 / 3;
    east := 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
        + (20 * sin(6 * x * pi()) + 20 * sin(2 * x * pi())) * 2 / 3
        + (20 * sin(x * pi()) + 40 * sin(x / 3 * pi())) * 2 / 3
        + (150 * sin(x / 12 * pi()) + 300 * sin(x / 30 * pi())) * 2 / 3;
    magic := 1 - 0.00669342162296594323 * sin(radians(lat)) ^ 2;
    north := north * 180 / (6378245.0 * (1 - 0.00669342162296594323) / (magic * sqrt(magic)) * pi());
    east := east * 180 / (6378245.0 / sqrt(magic) * cos(radians(lat)) * pi());
    return st_translate(place, east / 180 * 20037508.342789244,
        (ln(tan(radians(45 + (lat + north) / 2))) - ln(tan(radians(45 + lat / 2)))) / pi() * 20037508.342789244);
end $$;

-- How far around a tile, in metres of Web Mercator, lies what may be drawn in it: the shift of the base map's datum, and the
-- half diagonal of a cell at this height.
create function map.reach(box geometry, size_m integer, datum text) returns float8
    language sql immutable parallel safe set search_path = public, pg_temp as $$
    select (case when datum = 'Gcj02' then 1200 else 0 end + size_m * 0.8)
        * cosh(least(greatest(abs(st_ymin(box)), abs(st_ymax(box))) + 20000, 20037508.0) / 6378137.0)
$$;

-- The kept cells of some tiles, with what was changed since.
create function map.grid_cells_in(zoom integer, west integer, east integer, north integer, south integer)
    returns table (cell smallint, n bigint, colonies bigint, place geometry)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select g.cell, sum(g.n)::bigint, sum(g.colonies)::bigint, st_setsrid(st_makepoint(sum(g.sx)::float8 / sum(g.n)::float8, sum(g.sy)::float8 / sum(g.n)::float8), 3857)
    from (
        select * from registry.grid g where g.z = zoom and g.tx between west and east and g.ty between north and south
        union all
        select * from registry.grid_changes g where g.z = zoom and g.tx between west and east and g.ty between north and south
    ) g
    group by g.tx, g.ty, g.cell having sum(g.n) > 0
$$;
revoke execute on function map.grid_cells_in(integer, integer, integer, integer, integer) from public;

-- The cells of 5 km or 1 km whose centre lies in this box of Web Mercator.
create function map.cells_within(box geometry, size_m integer)
    returns table (n bigint, colonies bigint, place geometry)
    language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
begin
    if size_m = 1000 then
        return query
            select count(*), sum(c.colonies)::bigint, c.cell_1km from registry.current_places c
            where c.counts and c.location && st_expand(box, map.reach(box, size_m, 'Wgs84'))
                and c.cell_1km && box
            group by c.cell_1km;
    else
        return query
            select c.n, c.colonies, c.place
            from map.grid_cells_in(10,
                floor((st_xmin(box) + 20037508.342789244) / 40075016.685578488 * 1024)::integer, floor((st_xmax(box) + 20037508.342789244) / 40075016.685578488 * 1024)::integer,
                floor((20037508.342789244 - st_ymax(box)) / 40075016.685578488 * 1024)::integer, floor((20037508.342789244 - st_ymin(box)) / 40075016.685578488 * 1024)::integer) c
            where c.place && box;
    end if;
end $$;
revoke execute on function map.cells_within(geometry, integer) from public;

-- A tile of apiaries as roughly as the actor's degree has it: the kept grid below zoom 10; from there the cells of 5 km, or of
-- 1 km for firms, laboratory and officers, as points and, where they are large enough to be seen, as areas. The same for
-- everybody of a degree, so it may be kept.
create function map.rough_tile(z integer, x integer, y integer, datum text) returns bytea
    language plpgsql stable security definer set search_path = registry, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    box geometry := st_tileenvelope(z, x, y);
    side float8 := (st_xmax(box) - st_xmin(box)) / 8;
    size_m integer := registry.cell_size_m();
    points bytea;
    areas bytea;
begin
    if access.actor_role() is null then
        return '';
    end if;
    if z < 10 then
        select st_asmvt(t, 'apiaries', 4096, 'geom') into points from (
            select c.n::integer as n, c.colonies::integer as colonies,
                -- The middle of what is there, but not nearer to the edge of its cell than 0.35 of its side: circles of up to a
                -- third of a cell then never hide each other.
                st_asmvtgeom(st_setsrid(st_makepoint(
                    st_xmin(box) + side * ((c.cell & 7) + least(greatest((st_x(c.drawn) - st_xmin(box)) / side - (c.cell & 7), 0.35), 0.65)),
                    st_ymax(box) - side * ((c.cell >> 3) + least(greatest((st_ymax(box) - st_y(c.drawn)) / side - (c.cell >> 3), 0.35), 0.65))), 3857), box, 4096, 0, false) as geom
            from (select g.n, g.colonies, g.cell, case when datum = 'Gcj02' then map.drawn(g.place, datum) else g.place end as drawn from map.grid_cells_in(z, x, x, y, y) g) c
        ) t;
        return coalesce(points, '');
    end if;
    with cells as materialized (
        select c.n::integer as n, c.colonies::integer as colonies, case when datum = 'Gcj02' then map.drawn(c.place, datum) else c.place end as place,
            case when size_m = 5000 or z >= 12 then map.drawn(registry.cell_box(c.place, size_m), datum) end as area
        from map.cells_within(st_expand(box, map.reach(box, size_m, datum)), size_m) c
    )
    select
        (select st_asmvt(t, 'apiaries', 4096, 'geom') from (
            select c.n, c.colonies, size_m as size, st_asmvtgeom(c.place, box, 4096, 0, false) as geom from cells c
            where st_x(c.place) >= st_xmin(box) and st_x(c.place) < st_xmax(box) and st_y(c.place) > st_ymin(box) and st_y(c.place) <= st_ymax(box)) t),
        (select st_asmvt(t, 'cells', 4096, 'geom') from (
            select c.n, st_asmvtgeom(c.area, box, 4096, 16, true) as geom from cells c
            where c.area && box) t)
    into points, areas;
    return coalesce(points, '') || coalesce(areas, '');
end $$;

-- The apiaries that the actor may know exactly, in a tile from zoom 10: all for officers, their suppliers' for firms, the own for
-- a beekeeper. Those of others leave a deed in the same breath. Null where they are too many for a tile: the rough one stands
-- there then, and a closer zoom shows them.
create function map.exact_tile(z integer, x integer, y integer, datum text) returns bytea
    language plpgsql volatile security definer set search_path = registry, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    most constant integer := 800;
    box geometry := st_tileenvelope(z, x, y);
    near geometry := st_expand(box, case when datum = 'Gcj02' then map.reach(box, 0, datum) else 0 end);
    officer boolean := access.actor_is_officer();
    mine uuid := access.actor_beekeeper();
    firm uuid := access.actor_firm();
    tile bytea;
    found integer;
    others text[];
begin
    if z < 10 or not (officer or mine is not null or firm is not null) then
        return '';
    end if;
    with inside as materialized (
        select c.code, c.species, c.colonies, c.plant, not c.counts as waiting, c.beekeeper_id is not distinct from mine as own, d.place
        from registry.current_places c
        cross join lateral (select case when datum = 'Gcj02' then map.drawn(c.location, datum) else c.location end as place) d
        where c.location && near
            and (officer
                or c.beekeeper_id = mine
                or (c.counts and firm is not null and c.beekeeper_id in (
                    select m.beekeeper_id from registry.base_members m
                    where m.firm_id = firm and m.from_day <= access.today() and (m.until_day is null or m.until_day > access.today()))))
            and st_x(d.place) >= st_xmin(box) and st_x(d.place) < st_xmax(box) and st_y(d.place) > st_ymin(box) and st_y(d.place) <= st_ymax(box)
        -- Enough to know that they are too many.
        limit most + 1
    )
    select count(*)::integer, coalesce(array_agg(i.code order by i.code) filter (where not i.own), '{}'),
        (select st_asmvt(t, 'exact', 4096, 'geom') from (
            select n.code, n.species, n.colonies, n.plant, n.waiting, n.own, st_asmvtgeom(n.place, box, 4096, 0, false) as geom from inside n) t)
    into found, others, tile from inside i;
    if found > most then
        return null;
    end if;
    perform registry.record_exact_view('map ' || z || '/' || x || '/' || y, others);
    return coalesce(tile, '');
end $$;

-- How many colonies stand within so many metres of a shape, from places as exact as the actor may know; a sum tells no place.
create function map.colonies_near(shape geometry, metres integer) returns bigint
    language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
declare
    -- A metre on the ground is so many in Web Mercator at this height.
    stretch float8 := cosh(st_y(st_centroid(shape)) / 6378137.0);
    answer bigint;
begin
    if access.actor_role() is null then
        return null;
    elsif access.actor_is_officer() then
        select sum(c.colonies) into answer from registry.current_places c
        where c.counts and c.location && st_expand(shape, metres * stretch) and st_distance(c.location, shape) <= metres * stretch;
    else
        select sum(c.colonies) into answer from map.cells_within(st_expand(shape, metres * stretch), registry.cell_size_m()) c
        where st_distance(c.place, shape) <= metres * stretch;
    end if;
    return coalesce(answer, 0);
end $$;

-- A tile of nectar sources. Seen from afar as points, the largest first.
create function map.nectar_tile(z integer, x integer, y integer, datum text) returns bytea
    language plpgsql stable security definer set search_path = registry, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    box geometry := st_tileenvelope(z, x, y);
    tile bytea;
begin
    if access.actor_role() is null then
        return '';
    end if;
    with sources as materialized (
        select s.code, s.plant, p.name_zh as zh, p.name_en as en, p.toxic, s.area_mu, s.bloom_from, s.bloom_to, s.shape,
            map.drawn(case when z < 11 then st_pointonsurface(s.shape) else s.shape end, datum) as place,
            row_number() over (order by s.area_mu desc nulls last, s.code) as rank
        from registry.nectar_sources s join registry.plants p on p.latin_name = s.plant
        where s.shape && st_expand(box, case when datum = 'Gcj02' then map.reach(box, 0, datum) else 0 end)
            and (s.closed_on is null or s.closed_on > access.today())
    )
    select st_asmvt(t, 'nectar', 4096, 'geom') into tile from (
        select s.code, s.plant, s.zh, s.en, s.toxic, s.area_mu::float4 as mu,
            replace(s.bloom_from, '-', '')::integer as bloom_from, replace(s.bloom_to, '-', '')::integer as bloom_to,
            case when z >= 10 and s.rank <= 40 then map.colonies_near(s.shape, 3000)::integer end as colonies,
            st_asmvtgeom(case when st_dimension(s.place) = 2 then st_simplifypreservetopology(s.place, 40075016.685578488 / (1 << z) / 2048) else s.place end,
                box, 4096, 64, true) as geom
        from sources s where s.rank <= 400 and s.place && box
    ) t where t.geom is not null;
    return coalesce(tile, '');
end $$;

-- A box of degrees in Web Mercator.
create function map.box_of(west float8, south float8, east float8, north float8) returns geometry
    language sql immutable parallel safe set search_path = public, pg_temp as $$
    select st_transform(st_setsrid(st_makebox2d(
        st_makepoint(greatest(least(west, east), -180), greatest(least(south, north), -85)), st_makepoint(least(greatest(west, east), 180), least(greatest(south, north), 85))), 4326), 3857)
$$;

-- The list beside the map, from afar: cells of the grid in a box, the fullest first.
create function map.cells_in(zoom integer, west float8, south float8, east float8, north float8, skip integer, take integer)
    returns table (n bigint, colonies bigint, latitude float8, longitude float8, cells bigint)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select c.n, c.colonies, st_y(st_transform(c.place, 4326)), st_x(st_transform(c.place, 4326)), count(*) over ()
    from (select map.box_of(west, south, east, north) as box, 40075016.685578488 / (1 << zoom) as side) b
    cross join lateral map.grid_cells_in(zoom,
        floor((st_xmin(b.box) + 20037508.342789244) / b.side)::integer, floor((st_xmax(b.box) + 20037508.342789244) / b.side)::integer,
        floor((20037508.342789244 - st_ymax(b.box)) / b.side)::integer, floor((20037508.342789244 - st_ymin(b.box)) / b.side)::integer) c
    where c.place && b.box and zoom between 0 and 10 and access.actor_role() is not null
    order by c.n desc, c.colonies desc, st_x(c.place), st_y(c.place) offset skip limit least(take, 200)
$$;

-- The list beside the map, from near: the apiaries whose cell has its centre in a box, by code. The box is asked of the cell and
-- never of the place, or smaller and smaller boxes would find it.
create function map.places_in(west float8, south float8, east float8, north float8, skip integer, take integer)
    returns table (code text, species text, colonies integer, plant text, since date, county text, waiting boolean, latitude float8, longitude float8, size_m integer, apiaries bigint)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select c.code, c.species, c.colonies, c.plant, c.since, c.county, not c.counts, st_y(st_transform(c.cell, 4326)), st_x(st_transform(c.cell, 4326)), c.size_m, c.apiaries
    from (
        select c.*, case when s.size_m = 1000 then c.cell_1km else c.cell_5km end as cell, s.size_m, count(*) over () as apiaries
        from (select map.box_of(west, south, east, north) as box, registry.cell_size_m() as size_m) s
        join registry.current_places c on c.location && st_expand(s.box, map.reach(s.box, s.size_m, 'Wgs84'))
            and case when s.size_m = 1000 then c.cell_1km else c.cell_5km end && s.box
        where (c.counts or access.actor_is_officer() or c.beekeeper_id = access.actor_beekeeper()) and access.actor_role() is not null
        order by c.code offset skip limit least(take, 200)
    ) c order by c.code
$$;

-- Nectar sources in a box or by code, with the colonies that stand within 3 km of them.
create function map.nectar_in(west float8, south float8, east float8, north float8, wanted text, skip integer, take integer)
    returns table (code text, name text, plant text, name_zh text, name_en text, toxic boolean, county text, area_mu numeric, bloom_from text, bloom_to text,
        latitude float8, longitude float8, colonies_near bigint, size_m integer, sources bigint)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select s.code, s.name, s.plant, s.name_zh, s.name_en, s.toxic, s.county, s.area_mu, s.bloom_from, s.bloom_to,
        st_y(st_transform(st_pointonsurface(s.shape), 4326)), st_x(st_transform(st_pointonsurface(s.shape), 4326)), map.colonies_near(s.shape, 3000),
        case when access.actor_is_officer() then 0 else registry.cell_size_m() end, s.sources
    from (
        select s.code::text, s.name::text, s.plant::text, p.name_zh::text, p.name_en::text, p.toxic, s.county::text, s.area_mu, s.bloom_from::text, s.bloom_to::text, s.shape,
            count(*) over () as sources
        from registry.nectar_sources s join registry.plants p on p.latin_name = s.plant
        where (s.code = wanted or (wanted is null and s.shape && map.box_of(west, south, east, north)))
            and (s.closed_on is null or s.closed_on > access.today()) and access.actor_role() is not null
        order by s.area_mu desc nulls last, s.code offset skip limit least(take, 100)
    ) s order by s.area_mu desc nulls last, s.code
$$;

-- A nectar source that is new or gone is drawn differently.
create function map.nectar_changed() returns trigger language plpgsql security definer set search_path = map, pg_temp as $$
begin
    perform pg_notify('beetrace_map', 'nectar');
    return null;
end $$;
create trigger drawn after insert or update on registry.nectar_sources for each statement execute function map.nectar_changed();

-- One apiary exactly, for those who may know; one of others leaves a deed in the same breath.
create function map.exact_apiary(wanted text)
    returns table (code text, name text, species text, colonies integer, plant text, since date, county text, waiting boolean, own boolean, latitude numeric, longitude numeric, place_name text)
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare
    own boolean;
begin
    select a.beekeeper_id is not distinct from access.actor_beekeeper() into own from registry.apiaries a
        where a.code = wanted and registry.may_see_exactly(a.beekeeper_id);
    if own is null or not exists (select from registry.current_places c where c.code = wanted and (c.counts or own or access.actor_is_officer())) then
        return;
    end if;
    if not own then
        perform registry.record_exact_view(wanted, array[wanted]);
    end if;
    return query
        select c.code, a.name::text, c.species, c.colonies, c.plant, c.since, c.county, not c.counts, own, p.latitude, p.longitude, p.place_name::text
        from registry.current_places c join registry.apiaries a on a.id = c.apiary_id join registry.placements p on p.id = c.placement_id
        where c.code = wanted;
end $$;
