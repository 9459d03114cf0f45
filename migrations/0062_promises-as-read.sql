-- commitments: what a promise was made of, so that a later edition that words or reads it otherwise is seen.

-- The timing as it was read when the promise was kept (timing/schedule); null where somebody said it apart from the plan.
alter table promises add column read jsonb;
