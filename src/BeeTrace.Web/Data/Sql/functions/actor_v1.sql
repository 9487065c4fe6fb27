-- Who is asking, as Database.OpenAsync said inside this transaction. A setting that was reset reads as '', hence nullif.
create function access.actor_role() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('beetrace.role', true), '') $$;

create function access.actor_account() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('beetrace.account', true), '')::uuid $$;

create function access.actor_beekeeper() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('beetrace.beekeeper', true), '')::uuid $$;

create function access.actor_firm() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('beetrace.firm', true), '')::uuid $$;

-- County officers, auditors and administrators read everything; `system` is the import and the demo data.
create function access.actor_is_officer() returns boolean language sql stable parallel safe
    as $$ select coalesce(access.actor_role() in ('county', 'auditor', 'admin', 'system'), false) $$;

create function access.actor_is_lab() returns boolean language sql stable parallel safe
    as $$ select coalesce(access.actor_role() in ('sampler', 'analyst', 'reviewer', 'signatory'), false) $$;

create function access.actor_keeps_reference() returns boolean language sql stable parallel safe
    as $$ select coalesce(access.actor_role() in ('county', 'admin', 'system'), false) $$;

-- Names of people for pages that name who did what; nothing else of an account leaves this way.
create function access.account_names(ids uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = access, pg_temp
    as $$ select a.id, a.name::text from access.accounts a where a.id = any (ids) and access.actor_role() <> 'public' $$;
