-- plans: how the reader came to what it read of a line, as the person saw it who accepted the reading; null for lines
-- that no reader read. Only shown: {"state": {"field", "why"}, "timings": [{"field", "phrase", "why"}], "row": {...}}.

alter table lines add column as_read jsonb;
alter table lines alter as_read set statistics 0;
