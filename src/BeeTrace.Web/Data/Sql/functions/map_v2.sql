-- The lists beside the map say what the map says: nectar sources in bloom in one month, and which apiaries are the reader's own.

-- In bloom on some day of a month, 1 to 12; 0 is the whole year. A window may run over New Year. The slider of the map asks the same.
create function map.blooms_in(bloom_from text, bloom_to text, month integer) returns boolean
    language sql immutable parallel safe set search_path = pg_temp as $$
    select case
        when month not between 1 and 12 then true
        when bloom_from <= bloom_to then bloom_from <= to_char(month, 'FM00') || '-31' and bloom_to >= to_char(month, 'FM00') || '-01'
        else bloom_from <= to_char(month, 'FM00') || '-31' or bloom_to >= to_char(month, 'FM00') || '-01' end
$$;

drop function map.nectar_in(float8, float8, float8, float8, text, integer, integer);
-- Nectar sources in a box that bloom in a month, or one by code, with the colonies that stand within 3 km of them.
create function map.nectar_in(west float8, south float8, east float8, north float8, month integer, wanted text, skip integer, take integer)
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
        where (s.code = wanted or (wanted is null and s.shape && map.box_of(west, south, east, north) and map.blooms_in(s.bloom_from, s.bloom_to, month)))
            and (s.closed_on is null or s.closed_on > access.today()) and access.actor_role() is not null
        order by s.area_mu desc nulls last, s.code offset skip limit least(take, 100)
    ) s order by s.area_mu desc nulls last, s.code
$$;

drop function map.places_in(float8, float8, float8, float8, integer, integer);
-- The list beside the map, from near: the apiaries whose cell has its centre in a box, by code. The box is asked of the cell and
-- never of the place, or smaller and smaller boxes would find it.
create function map.places_in(west float8, south float8, east float8, north float8, skip integer, take integer)
    returns table (code text, species text, colonies integer, plant text, since date, county text, waiting boolean, own boolean, latitude float8, longitude float8, size_m integer, apiaries bigint)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select c.code, c.species, c.colonies, c.plant, c.since, c.county, not c.counts, c.beekeeper_id is not distinct from access.actor_beekeeper(),
        st_y(st_transform(c.cell, 4326)), st_x(st_transform(c.cell, 4326)), c.size_m, c.apiaries
    from (
        select c.*, case when s.size_m = 1000 then c.cell_1km else c.cell_5km end as cell, s.size_m, count(*) over () as apiaries
        from (select map.box_of(west, south, east, north) as box, registry.cell_size_m() as size_m) s
        join registry.current_places c on c.location && st_expand(s.box, map.reach(s.box, s.size_m, 'Wgs84'))
            and case when s.size_m = 1000 then c.cell_1km else c.cell_5km end && s.box
        where (c.counts or access.actor_is_officer() or c.beekeeper_id = access.actor_beekeeper()) and access.actor_role() is not null
        order by c.code offset skip limit least(take, 200)
    ) c order by c.code
$$;

-- Colonies are counted round nectar sources, by the functions above and the tiles. Asked for a shape of one's own with a small radius the
-- exact sum that an officer gets would tell a place without its deed.
revoke execute on function map.colonies_near(geometry, integer) from public;

-- Current and coming notices that reach into a box, for the list beside the map; told as exactly as the map tells them, the box too.
create function map.notices_in(west float8, south float8, east float8, north float8, skip integer, take integer)
    returns table (code text, kind text, from_day date, to_day date, subject text, radius_m integer, blur_m integer, latitude float8, longitude float8, notices bigint)
    language sql stable security definer set search_path = map, public, pg_temp as $$
    select n.code, n.kind, n.from_day, n.to_day, n.subject, n.radius_m, n.blur_m, st_y(middle.place), st_x(middle.place), count(*) over ()
    from map.notices_on_map('Wgs84') n
    cross join lateral (select st_setsrid(st_geomfromgeojson(n.geojson), 4326) as shape) told
    cross join lateral (select st_centroid(told.shape) as place) middle
    -- Nowhere in a cell is further than 3600 m from its centre.
    where map.zone(st_transform(told.shape, 3857), n.radius_m + case when n.blur_m > 0 then 3600 else 0 end) && map.box_of(west, south, east, north)
    order by n.from_day, n.code offset skip limit least(take, 100)
$$;
