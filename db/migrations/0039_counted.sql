-- A board is counted along one index, without opening exemplars: a province's from its own leads, not from the country's.

create index exemplar_counted on exemplar (lead_id)
  include (id, kind, field, state, step, stream, paused, first_year, registered_on, copied_from)
  where same_as is null and state in ('registered', 'accepted', 'stopped');
create index exemplar_event_awarded on exemplar_event (exemplar_id) where kind in ('awarded', 'award-revoked');
