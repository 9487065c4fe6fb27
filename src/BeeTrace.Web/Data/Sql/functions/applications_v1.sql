-- Applications of beekeepers: sent by anybody, read by officers, decided by the county. The hash of the password that an applicant chose goes
-- from the form to the account and is read by nobody on the way.

-- Somebody applies. The same id again changes nothing. False where so many wait that nobody could look at one more: somebody plays tricks.
create function registry.apply(application uuid, name text, kind text, phone text, address text, county text, licence_number text,
        identity_number_sealed bytea, identity_number_hash bytea, shows_name boolean, email text, password_hash text)
    returns boolean
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
begin
    if coalesce(access.actor_role(), '') not in ('public', 'system') then
        raise exception 'Who has an account does not apply for one.' using errcode = '42501';
    end if;
    if (select count(*) from registry.applications a where a.state = 'Waiting') >= 1000 then
        return exists (select from registry.applications a where a.id = application);
    end if;
    insert into registry.applications as a (id, name, kind, phone, address, county, licence_number, identity_number_sealed, identity_number_hash,
        shows_name, email, password_hash, received_at, state)
    values (application, name, kind, phone, address, county, licence_number, identity_number_sealed, identity_number_hash,
        shows_name, email, password_hash, access.moment(), 'Waiting')
    on conflict (id) do nothing;
    return true;
end $$;

-- What became of an application, for whoever holds its id: it was made on the applicant's phone and is told to nobody else.
create function registry.application_state(application uuid) returns table (state text, why text, received_at timestamptz)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select a.state::text, a.why::text, a.received_at from registry.applications a where a.id = application
$$;

-- Beekeepers who may be the applicant, each with every reason, as registry.beekeepers_like has them.
create function registry.beekeepers_like_applicant(application uuid) returns table (id uuid, reason text)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    with me as (select * from applications a where a.id = application and access.actor_is_officer()),
    alike as (
        select b.id, 'SamePhone' as reason from me join beekeepers b on regexp_replace(b.phone, '\D', '', 'g') = regexp_replace(me.phone, '\D', '', 'g')
            where b.phone is not null and length(regexp_replace(me.phone, '\D', '', 'g')) >= 7
        union all
        select b.id, 'SameLicence' from me
            join beekeepers b on regexp_replace(upper(b.licence_number), '[^0-9A-Z]', '', 'g') = regexp_replace(upper(me.licence_number), '[^0-9A-Z]', '', 'g')
        union all
        select b.id, 'SameIdentityNumber' from me join beekeepers b on b.identity_number_hash = me.identity_number_hash
        union all
        select b.id, 'SimilarName' from me join beekeepers b on b.county = me.county where similarity(b.name_zh, me.name) >= 0.5
    )
    select a.id, a.reason from alike a join beekeepers b on b.id = a.id where b.state in ('Waiting', 'Confirmed')
$$;

-- The applicant gets the account that was asked for, for a beekeeper who is registered by now: with the e-mail address, or where there is none
-- with the digits of the phone number. False where somebody signs in so already.
create function registry.admit(application uuid, beekeeper uuid, account uuid, outcome text) returns boolean
    language plpgsql volatile security definer set search_path = registry, access, pg_temp as $$
declare
    asked registry.applications%rowtype;
    sign_in_name text;
begin
    if access.actor_role() is distinct from 'county' then
        raise exception 'The county decides on applications.' using errcode = '42501';
    end if;
    select * into asked from registry.applications a where a.id = application and a.state = 'Waiting' for update;
    if not found or outcome not in ('Confirmed', 'Merged') then
        raise exception 'An application is decided once.' using errcode = '42501';
    end if;
    sign_in_name := coalesce(asked.email, regexp_replace(asked.phone, '\D', '', 'g'));
    if exists (select from access.accounts a where a.normalized_user_name = upper(sign_in_name) or a.normalized_email = upper(sign_in_name)) then
        return false;
    end if;
    insert into access.accounts (id, name, role, beekeeper_id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash,
        security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
    values (account, asked.name, 'Beekeeper', beekeeper, sign_in_name, upper(sign_in_name), asked.email, upper(asked.email), false, asked.password_hash,
        gen_random_uuid()::text, gen_random_uuid()::text, false, false, false, 0);
    update registry.applications a set state = outcome, beekeeper_id = beekeeper, decided_by = access.actor_account(), decided_at = access.moment(), password_hash = null
        where a.id = application;
    return true;
end $$;

-- The county says no, with a reason that the applicant reads. False where it was decided meanwhile.
create function registry.refuse_application(application uuid, reason text) returns boolean
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
begin
    if access.actor_role() is distinct from 'county' then
        raise exception 'The county decides on applications.' using errcode = '42501';
    end if;
    update registry.applications a set state = 'Refused', why = reason, decided_by = access.actor_account(), decided_at = access.moment(), password_hash = null
        where a.id = application and a.state = 'Waiting';
    return found;
end $$;
