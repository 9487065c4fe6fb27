-- Lists of the register, which grow to a million rows. Under row security no index serves a search for a part of a name, since
-- the policy must be asked first and such operators may leak; so these functions of the owner ask who is asking themselves
-- and answer officers alone. Nothing exact leaves here: places come from registry.rough_places.

-- A text is found by its characters: two characters are a whole Chinese name and hold no trigram. Latin names by trigram.
create index apiaries_name_characters on registry.apiaries using gin (string_to_array(lower(name), null));
create index beekeepers_name_characters on registry.beekeepers using gin (string_to_array(name_zh, null));
create index beekeepers_name_en_trigrams on registry.beekeepers using gin (name_en public.gin_trgm_ops);
create index beekeepers_licence_begins on registry.beekeepers (licence_number text_pattern_ops);
create index apiaries_code_begins on registry.apiaries (code text_pattern_ops);
-- Phones are compared by their digits: people write them with and without dashes.
create index beekeepers_phone_digits on registry.beekeepers (regexp_replace(phone, '\D', '', 'g')) where phone is not null;

-- Orders in which a list can stand, and filters that leave few rows of many.
create index apiaries_by_name on registry.apiaries (name, code);
create index apiaries_by_day on registry.apiaries (registered_on desc, code);
create index apiaries_apart on registry.apiaries (state, code) where state <> 'Confirmed';
create index beekeepers_by_name on registry.beekeepers (name_zh, licence_number);
create index beekeepers_by_expiry on registry.beekeepers (licence_expires_on, licence_number);
create index beekeepers_apart on registry.beekeepers (state, licence_number) where state <> 'Confirmed';
create index current_places_by_colonies on registry.current_places (colonies desc, code);
create index current_places_by_day on registry.current_places (since desc, code);
create index current_places_plant on registry.current_places (plant, code) include (species, apiary_id);
create index current_places_county on registry.current_places (county, code) include (species, plant, apiary_id);

-- The text as a pattern for LIKE, its own wildcards taken literally.
create function registry.like_pattern(words text) returns text language sql immutable strict parallel safe
    as $$ select replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') $$;

-- What makes somebody meant by a text, as a condition on beekeepers b: part of a name, beginning of a licence number, a whole phone
-- number. $1 is the text, $2 the pattern of it anywhere, $3 of it at the beginning in capitals, $4 its digits.
create function registry.person_condition(words text) returns text language sql immutable strict parallel safe as $$
    select case
        when words ~ '[^ -~]' then '(string_to_array(b.name_zh, null) @> string_to_array(replace($1, '' '', ''''), null) and b.name_zh like $2)'
        -- Two letters hold no trigram but at the beginning of a name.
        else '(b.licence_number like $3 or b.name_en ilike ' || case when length(words) < 3 then 'lower($3)' else '$2' end
            || case when length(regexp_replace(words, '\D', '', 'g')) >= 7 then ' or (b.phone is not null and regexp_replace(b.phone, ''\D'', '''', ''g'') = $4)' else '' end || ')'
        end
$$;

-- One page of apiaries with how many there are, counted to one beyond a thousand: nobody reads further, and counting a million takes longer
-- than reading fifty. Filters that are null do not filter; without a state, merged and refused entries are left out. The orders
-- 'colonies' and 'since' speak of apiaries that stand somewhere today and leave out all others.
-- A page reads fifty rows: plans that begin by reading whole tables, or by starting helpers for it, are never right here.
create function registry.find_apiaries(
    words text, in_county text, in_state text, of_species text, of_kind text, on_plant text, sorted text, skip integer, take integer)
    returns table (id uuid, code text, name text, kind text, species text, county text, state text, registered_on date,
        beekeeper_zh text, beekeeper_en text, licence_number text, plant text, since date, colonies integer, latitude float8, longitude float8, total integer)
    language plpgsql stable security definer
    set search_path = registry, public, pg_temp set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
    -- What stands today is asked of current_places, which knows county and species too; apiaries are joined when more is asked.
    stands boolean := on_plant is not null or sorted in ('colonies', 'since');
    source text;
    wanted text := ' where true';
    in_order text;
    needs_apiary boolean := not stands or words is not null or in_state is not null or of_kind is not null or sorted in ('name', 'beekeeper', 'registered');
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
        || coalesce(' and a.kind = ' || quote_literal(of_kind), '')
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

-- The same of beekeepers. A licence is 'ended', 'within30' or 'within90' days of its last day, or 'valid'.
create function registry.find_beekeepers(
    words text, in_county text, in_state text, of_kind text, licence text, sorted text, skip integer, take integer)
    returns table (id uuid, licence_number text, name_zh text, name_en text, kind text, county text, state text, licence_expires_on date,
        apiaries integer, colonies bigint, total integer)
    language plpgsql stable security definer
    set search_path = registry, public, pg_temp set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
declare
    wanted text := ' where true';
    in_order text;
    pattern text := '%' || registry.like_pattern(words) || '%';
    beginning text := registry.like_pattern(upper(words)) || '%';
    digits text := regexp_replace(words, '\D', '', 'g');
    page uuid[];
    counted integer;
    today date := access.today();
begin
    if not access.actor_is_officer() then
        return;
    end if;

    wanted := wanted
        || coalesce(' and ' || registry.person_condition(words), '')
        || coalesce(' and b.county = ' || quote_literal(in_county), '')
        || case when in_state is null then ' and b.state in (''Confirmed'', ''Waiting'')' else ' and b.state = ' || quote_literal(in_state) end
        || coalesce(' and b.kind = ' || quote_literal(of_kind), '')
        || case licence
            when 'ended' then format(' and b.licence_expires_on < %L', today)
            when 'within30' then format(' and b.licence_expires_on between %L and %L', today, today + 30)
            when 'within90' then format(' and b.licence_expires_on between %L and %L', today, today + 90)
            when 'valid' then format(' and b.licence_expires_on >= %L', today)
            else '' end;
    in_order := case sorted
        when 'name' then 'b.name_zh, b.licence_number'
        when 'expiry' then 'b.licence_expires_on, b.licence_number'
        else 'b.licence_number' end;

    execute 'select array(select b.id from beekeepers b' || wanted || ' order by ' || in_order || ' limit $5 offset $6)'
        into page using words, pattern, beginning, digits, least(take, 200), least(skip, 1000);
    execute 'select count(*)::integer from (select from beekeepers b' || wanted || ' limit 1001) s'
        into counted using words, pattern, beginning, digits;

    return query
        select b.id, b.licence_number::text, b.name_zh::text, b.name_en::text, b.kind::text, b.county::text, b.state::text, b.licence_expires_on,
            k.apiaries, k.colonies, counted
        from unnest(page) with ordinality as p (id, place)
        join beekeepers b on b.id = p.id
        cross join lateral (
            select count(*)::integer as apiaries, coalesce(sum(c.colonies), 0) as colonies
            from apiaries a left join current_places c on c.apiary_id = a.id
            where a.beekeeper_id = b.id and a.deregistered_on is null and a.state in ('Confirmed', 'Waiting')) k
        order by p.place;
end $$;

-- How many licences end soon or have ended, each counted to a thousand: the office's reminders.
create function registry.licences_due() returns table (within90 integer, within30 integer, ended integer)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select
        (select count(*)::integer from (select from beekeepers b where b.licence_expires_on between access.today() and access.today() + 90
            and b.state in ('Confirmed', 'Waiting') limit 1001) s),
        (select count(*)::integer from (select from beekeepers b where b.licence_expires_on between access.today() and access.today() + 30
            and b.state in ('Confirmed', 'Waiting') limit 1001) s),
        (select count(*)::integer from (select from beekeepers b where b.licence_expires_on < access.today()
            and b.state in ('Confirmed', 'Waiting') limit 1001) s)
    where access.actor_is_officer()
$$;
