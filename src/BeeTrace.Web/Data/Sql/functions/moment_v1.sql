-- What the app's clock says, as Database.OpenAsync told inside this transaction; the server's clock where nobody told.
create function access.moment() returns timestamptz language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('beetrace.now', true), '')::timestamptz, now()) $$;

-- The county's calendar day.
create function access.today() returns date language sql stable parallel safe
    as $$ select (access.moment() at time zone 'Asia/Shanghai')::date $$;

create function access.actor_name() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('beetrace.name', true), '') $$;
