-- Whether an own KPI answered a collection, with which of its versions; because: why it did not.
create table own_kpi_answer (
    organization_id uuid not null references organization,
    kpi text not null,
    number integer not null,
    collection_id uuid not null,
    because text,
    asked_at timestamptz not null,
    primary key (organization_id, kpi, collection_id),
    foreign key (organization_id, kpi, number) references own_kpi,
    foreign key (organization_id, collection_id) references collection
);

call protect('own_kpi_answer', 'select, insert');

call keep_unchanged('own_kpi_answer');
