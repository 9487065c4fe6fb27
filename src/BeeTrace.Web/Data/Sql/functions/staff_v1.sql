-- Who of the laboratory can be named on a form: the accounts of one of its roles, by name, for its own people.
create function access.laboratory_people(wanted text) returns table (id uuid, name text)
    language sql stable security definer set search_path = access, pg_temp
    as $$
        select a.id, a.name::text from access.accounts a
        where a.role = wanted and wanted in ('Sampler', 'Analyst') and access.actor_is_lab()
        order by a.name
    $$;
