-- One page of apiaries with how many there are, counted to one beyond a thousand: nobody reads further, and counting a million takes longer
-- than reading fifty. Filters that are null do not filter; without a state, merged and refused entries are left out. The orders
-- 'colonies' and 'since' speak of apiaries that stand somewhere today and leave out all others.
-- A page reads fifty rows: plans that begin by reading whole tables, or by starting helpers for it, are never right here.
create or replace function registry.find_apiaries(
    words text, in_county text, in_state text, of_species text, of_kind text, on_plant text, sorted text, skip integer, take integer)
    returns table (id uuid, code text, name text, kind text, species text, county text, state text, registered_on date,
        beekeeper_zh text, beekeeper_en text, licence_number text, plant text, since date, colonies integer, latitude float8, longitude float8, total integer)
    language plpgsql stable security definer
    set search_path = registry, public, pg_temp set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
    -- What stands today is asked of current_places, which knows county, species and kind too; apiaries are joined when more is asked.
    stands boolean := on_plant is not null or sorted in ('colonies', 'since');
    source text;
    wanted text := ' where true';
    in_order text;
    needs_apiary boolean := not stands or words is not null or in_state is not null or sorted in ('name', 'beekeeper', 'registered');
    needs_person boolean := false;
    meant uuid[];
    people uuid[];
    pattern text := '%' || registry.like_pattern(words) || '%';
    beginning text := registry.like_pattern(upper(words)) || '%';
    digits text := regexp_replace(words, '\D', '', 'g');
    -- By position, not by ILIKE: the planner takes every ILIKE of Chinese for rare and then reads half a million rows to sort them.
    named constant text := '(string_to_array(lower(a.name), null) @> string_to_array(replace(lower($1), '' '', ''''), null) and position(lower($1) in lower(a.name)) > 0)';
    page uuid[];
    counted integer;
    -- A text that means more than this is common: then reading on in the order of the list finds a page soonest.
    many constant integer := 3000;
begin
    if not access.actor_is_officer() then
        return;
    end if;

    if words is not null then
        execute 'select array(select b.id from beekeepers b where ' || registry.person_condition(words) || ' limit $5)'
            into people using words, pattern, beginning, digits, many + 1;
        if cardinality(people) <= many then
            execute 'select array(
                    (select a.id from apiaries a where a.beekeeper_id = any ($1) limit $5)
                    union (select a.id from apiaries a where a.code like $2 limit $5)
                    union (select a.id from apiaries a where string_to_array(lower(a.name), null) @> string_to_array(replace(lower($4), '' '', ''''), null)
                        and position(lower($4) in lower(a.name)) > 0 limit $5))'
                into meant using people, beginning, pattern, words, many + 1;
        end if;
        if cardinality(meant) <= many then
            wanted := wanted || ' and a.id = any ($5)';
        elsif cardinality(people) <= many then
            wanted := wanted || ' and (' || named || ' or a.code like $3 or a.beekeeper_id = any ($6))';
        else
            needs_person := true;
            wanted := wanted || ' and (' || named || ' or a.code like $3 or ' || registry.person_condition(words) || ')';
        end if;
    end if;
    -- Written in as literals: the planner then knows how many rows a filter leaves.
    wanted := wanted
        || coalesce(case when stands then ' and c.county = ' else ' and a.county = ' end || quote_literal(in_county), '')
        || coalesce(case when stands then ' and c.species = ' else ' and a.species = ' end || quote_literal(of_species), '')
        || coalesce(' and c.plant = ' || quote_literal(on_plant), '')
        || coalesce(case when stands then ' and c.kind = ' else ' and a.kind = ' end || quote_literal(of_kind), '')
        || case when in_state is not null then ' and a.state = ' || quote_literal(in_state)
            when stands then '' else ' and a.state in (''Confirmed'', ''Waiting'')' end;
    source := case when not stands then ' from apiaries a'
        when needs_apiary then ' from current_places c join apiaries a on a.id = c.apiary_id'
        else ' from current_places c' end;
    in_order := case sorted
        when 'name' then 'a.name, a.code'
        when 'beekeeper' then 'b.name_zh, b.licence_number, a.code'
        when 'registered' then 'a.registered_on desc, a.code'
        when 'colonies' then 'c.colonies desc, c.code'
        when 'since' then 'c.since desc, c.code'
        else case when stands then 'c.code' else 'a.code' end end;

    execute 'select array(select ' || case when stands then 'c.apiary_id' else 'a.id' end || source
            || case when needs_person or sorted = 'beekeeper' then ' join beekeepers b on b.id = a.beekeeper_id' else '' end
            || wanted || ' order by ' || in_order || ' limit $7 offset $8)'
        into page using words, pattern, beginning, digits, meant, people, least(take, 200), least(skip, 1000);
    execute 'select count(*)::integer from (select' || source || case when needs_person then ' join beekeepers b on b.id = a.beekeeper_id' else '' end
            || wanted || ' limit 1001) s'
        into counted using words, pattern, beginning, digits, meant, people;

    return query
        select a.id, a.code::text, a.name::text, a.kind::text, a.species::text, a.county::text, a.state::text, a.registered_on,
            b.name_zh::text, b.name_en::text, b.licence_number::text, r.plant, r.since, r.colonies, r.latitude, r.longitude, counted
        from unnest(page) with ordinality as p (id, place)
        join apiaries a on a.id = p.id
        join beekeepers b on b.id = a.beekeeper_id
        left join lateral registry.rough_places(array[p.id]) r on true
        order by p.place;
end $$;
