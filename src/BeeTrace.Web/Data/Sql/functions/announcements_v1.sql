-- What became of a grower's announcement, for whoever holds its id: it was made with the form and is told to nobody else.
create function map.announcement_state(announcement uuid)
    returns table (state text, why text, received_at timestamptz, from_day date, to_day date, notice text, notice_withdrawn boolean)
    language sql stable security definer set search_path = map, pg_temp as $$
    select a.state::text, a.why::text, a.received_at, a.from_day, a.to_day, n.code::text, n.withdrawn_at is not null
    from map.announcements a left join map.notices n on n.id = a.notice_id
    where a.id = announcement
$$;
