-- organisations: how each divides its year, for timings that name quarters, financial years and seasons.
--
-- Months, 1 for January: the first of the financial year, and the first of spring, which the other seasons follow at
-- three months each. Most public bodies in the United Kingdom count from April, and seasons as meteorologists do.

alter table organisations
  add column financial_year_month smallint not null default 4 check (financial_year_month between 1 and 12),
  add column spring_month smallint not null default 3 check (spring_month between 2 and 4);

grant update (financial_year_month, spring_month) on organisations to commsgrid_member;
