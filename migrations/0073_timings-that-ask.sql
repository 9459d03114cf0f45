-- commitments: lines of which a timing says when and gives no day ("in due course") beside one that does, for whoever looks on
-- Today at what nobody has decided. Few of all lines, of which each would have to be opened; those without any day are
-- counted already.
create index lines_that_ask on lines (organisation_id, plan_id)
  where not shelved and dated and schedules @> '[{"kind": "undetermined"}]'::jsonb;
