-- The schema as it stands after all migrations, printed from the catalogue. Not run by anything: npm run schema.

-- audit_entry
    organization_id uuid not null
    number bigint not null
    at timestamp with time zone not null
    actor_kind text not null
    actor_id text
    actor_name text not null
    action text not null
    record_kind text not null
    record_id text not null
    before jsonb
    after jsonb
    reason text
    previous_hash text not null
    hash text not null
    PRIMARY KEY (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX audit_entry_by_record on audit_entry USING btree (organization_id, record_kind, record_id, number);
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE on audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_stays BEFORE DELETE OR UPDATE on audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- audit_head
    organization_id uuid not null
    number bigint not null
    hash text not null
    PRIMARY KEY (organization_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- kept_answer
    asker text not null
    key text not null
    request_hash text not null
    state text not null
    answer text
    started_at timestamp with time zone not null
    expires_at timestamp with time zone not null
    PRIMARY KEY (asker, key)
    CHECK ((state = ANY (ARRAY['running'::text, 'changed'::text, 'answered'::text])))
CREATE INDEX kept_answer_by_end on kept_answer USING btree (expires_at);

-- membership
    organization_id uuid not null
    person_id text not null
    role text not null
    expires_at timestamp with time zone
    version integer not null default 1
    created_at timestamp with time zone not null default now()
    PRIMARY KEY (organization_id, person_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX membership_by_person on membership USING btree (person_id);
forced row-level security;
policy own_membership for select to public using (person_id = current_person());
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- organization
    id uuid not null default gen_random_uuid()
    name text not null
    settings jsonb not null default '{}'::jsonb
    version integer not null default 1
    created_at timestamp with time zone not null default now()
    PRIMARY KEY (id)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
forced row-level security;
policy member_of for select to public using (EXISTS ( SELECT
   FROM membership
  WHERE ((membership.organization_id = organization.id) AND (membership.person_id = current_person()))));
policy own_organization for all to public using (id = current_organization()) with check (id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- restoration
    id uuid not null
    at timestamp with time zone not null default now()
    backup_made_at timestamp with time zone not null
    manifest_sha256 text not null
    PRIMARY KEY (id)

-- schema_migration
    name text not null
    sha256 text not null
    applied_at timestamp with time zone not null default now()
    PRIMARY KEY (name)

-- webhook
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    url text not null
    events text[] not null
    secret text not null
    is_active boolean not null default true
    position bigint not null
    version integer not null default 1
    created_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- webhook_delivery
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    webhook_id uuid not null
    number bigint not null
    type text not null
    state text not null
    attempts integer not null default 0
    next_at timestamp with time zone
    status integer
    error text
    delivered_at timestamp with time zone
    created_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, webhook_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, number) REFERENCES audit_entry(organization_id, number)
    FOREIGN KEY (organization_id, webhook_id) REFERENCES webhook(organization_id, id) ON DELETE CASCADE
    CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given up'::text])))
CREATE INDEX webhook_delivery_due on webhook_delivery USING btree (next_at) WHERE (state = 'waiting'::text);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
    select nullif(current_setting('clausewise.organization', true), '')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
    select nullif(current_setting('clausewise.person', true), '')
$function$;

CREATE OR REPLACE FUNCTION public.mark_changed(asked_by text, under text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    update kept_answer set state = 'changed' where asker = asked_by and key = under and state = 'running'
$function$;

CREATE OR REPLACE PROCEDURE public.protect(IN name text, IN rights text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
        'create policy own_organization on %I using (organization_id = current_organization()) with check (organization_id = current_organization())',
        name
    );
    execute format('create policy owner_sees_all on %I to %I using (true) with check (true)', name, current_user);
    execute format('grant %s on %I to clausewise_app', rights, name);
end
$procedure$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'The audit trail is only ever added to.' using errcode = 'insufficient_privilege';
end
$function$;
