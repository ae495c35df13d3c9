-- The demo marks the installation: one row while the fictional province is in it (docs/decisions/0005).

create table demo_mark (
  only_one boolean primary key default true check (only_one),
  province_id int not null references unit (id),
  filled_at timestamptz not null default now()
);
comment on table demo_mark is 'One row while this installation holds the demo province. Real installations have none.';
revoke update, delete on demo_mark from kheo_app;
