-- imports: how far a document that is being read has come, for those who wait: {"done": 12, "of": 40, "parts": "pages"}.

alter table readings add column progress jsonb;
