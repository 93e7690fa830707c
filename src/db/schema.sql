-- The schema as it stands after all migrations, printed from the catalogue. Not run by anything: npm run schema.

-- account
    id text not null default (gen_random_uuid())::text
    person_id text not null
    provider_id text not null
    account_id text not null
    password text
    scope text
    access_token text
    refresh_token text
    id_token text
    access_token_expires_at timestamp with time zone
    refresh_token_expires_at timestamp with time zone
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    PRIMARY KEY (id)
    UNIQUE (provider_id, account_id)
    FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
CREATE INDEX account_by_person on account USING btree (person_id);
CREATE TRIGGER password_changed AFTER UPDATE OF password on account FOR EACH ROW WHEN ((old.password IS DISTINCT FROM new.password)) EXECUTE FUNCTION note_account_change('change password');

-- account_change
    id bigint not null generated always as identity
    person_id text not null
    what text not null
    at timestamp with time zone not null default clock_timestamp()
    PRIMARY KEY (id)

-- adopted_kpi
    organization_id uuid not null
    kpi text not null
    owner text not null default ''::text
    cadence text not null
    direction text not null
    is_ended boolean not null default false
    adopted_on date not null
    adopted_by text
    adopted_by_name text not null
    changed_at timestamp with time zone not null
    version integer not null default 1
    PRIMARY KEY (organization_id, kpi)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'neutral'::text, 'to zero'::text])))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- alignment_review
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    note text not null
    alignment jsonb not null
    next_on date not null
    reviewed_by text
    reviewed_by_name text not null
    reviewed_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(note) >= 1) AND (length(note) <= 4000)))
CREATE INDEX alignment_review_by_time on alignment_review USING btree (organization_id, reviewed_at DESC, id);
CREATE TRIGGER alignment_review_counts_added AFTER INSERT on alignment_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER alignment_review_counts_changed AFTER UPDATE on alignment_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER alignment_review_counts_removed AFTER DELETE on alignment_review REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER alignment_review_is_not_emptied BEFORE TRUNCATE on alignment_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alignment_review_stays BEFORE DELETE OR UPDATE on alignment_review FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- api_token
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    name text not null
    token_sha256 text not null
    begins_with text not null
    created_by text not null
    created_by_name text not null
    scopes text[] not null
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    last_used_at timestamp with time zone
    revoked_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    UNIQUE (token_sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- assessment_revision
    organization_id uuid not null
    number bigint not null
    PRIMARY KEY (organization_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- assignment
    organization_id uuid not null
    requirement text not null
    person_id text
    due_on date
    note text not null default ''::text
    assigned_by text
    assigned_by_name text not null
    assigned_at timestamp with time zone not null
    version integer not null default 1
    PRIMARY KEY (organization_id, requirement)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX assignment_by_person on assignment USING btree (organization_id, person_id);
CREATE TRIGGER assignment_counts_added AFTER INSERT on assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER assignment_counts_changed AFTER UPDATE on assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER assignment_counts_removed AFTER DELETE on assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- attachment
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    on_kind text not null
    on_id text not null
    title text not null
    expires_on date
    revision integer not null default 1
    version integer not null default 1
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    deleted_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX attachment_on on attachment USING btree (organization_id, on_kind, on_id, created_at);
CREATE TRIGGER attachment_counts_added AFTER INSERT on attachment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER attachment_counts_changed AFTER UPDATE on attachment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER attachment_counts_removed AFTER DELETE on attachment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- attachment_revision
    organization_id uuid not null
    attachment_id uuid not null
    revision integer not null
    name text not null
    type text not null
    bytes bigint not null
    sha256 text not null
    author_id text
    author_name text not null
    created_at timestamp with time zone not null default now()
    PRIMARY KEY (organization_id, attachment_id, revision)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, attachment_id) REFERENCES attachment(organization_id, id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- audit
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number integer not null
    kind text not null
    title text not null
    state text not null default 'programmed'::text
    clauses jsonb not null
    because text not null default ''::text
    planned_on date not null
    held_on date
    criteria text not null default ''::text
    method text not null default ''::text
    lead_id text
    lead_name text
    team jsonb not null default '[]'::jsonb
    made_by text
    made_by_name text not null
    made_at timestamp with time zone not null
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(title) >= 1) AND (length(title) <= 200)))
    CHECK ((kind = ANY (ARRAY['internal'::text, 'external'::text])))
    CHECK ((state = ANY (ARRAY['programmed'::text, 'planned'::text, 'prepared'::text, 'conducting'::text, 'drafted'::text, 'reported'::text, 'following_up'::text, 'closed'::text, 'cancelled'::text])))
CREATE TRIGGER audit_counts_added AFTER INSERT on audit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER audit_counts_changed AFTER UPDATE on audit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER audit_counts_removed AFTER DELETE on audit REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- audit_addendum
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    audit_id uuid not null
    says text not null
    added_by text
    added_by_name text not null
    added_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, audit_id) REFERENCES audit(organization_id, id)
    CHECK (((length(says) >= 1) AND (length(says) <= 4000)))
CREATE TRIGGER audit_addendum_is_not_emptied BEFORE TRUNCATE on audit_addendum FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_addendum_stays BEFORE DELETE OR UPDATE on audit_addendum FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

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

-- audit_question
    organization_id uuid not null
    audit_id uuid not null
    requirement text not null
    asks jsonb not null
    results jsonb not null default '[]'::jsonb
    answer text
    notes text not null default ''::text
    evidence jsonb not null default '[]'::jsonb
    answered_by text
    answered_by_name text
    answered_at timestamp with time zone
    version integer not null default 1
    PRIMARY KEY (organization_id, audit_id, requirement)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, audit_id) REFERENCES audit(organization_id, id)
    CHECK ((answer = ANY (ARRAY['met'::text, 'could be better'::text, 'not met'::text, 'not applicable'::text])))
CREATE TRIGGER audit_question_stays BEFORE DELETE OR UPDATE on audit_question FOR EACH ROW EXECUTE FUNCTION refuse_after_signature();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- audit_sample
    organization_id uuid not null
    audit_id uuid not null
    sample_id uuid not null
    requirement text
    linked_by_name text not null
    linked_at timestamp with time zone not null
    PRIMARY KEY (organization_id, audit_id, sample_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, audit_id) REFERENCES audit(organization_id, id)
    FOREIGN KEY (organization_id, sample_id) REFERENCES sample(organization_id, id)
CREATE TRIGGER audit_sample_stays BEFORE DELETE OR UPDATE on audit_sample FOR EACH ROW EXECUTE FUNCTION refuse_after_signature();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select to clausewise_app;

-- audit_signature
    organization_id uuid not null
    audit_id uuid not null
    conclusion text not null
    report jsonb not null
    seal text not null
    proved_by text not null
    signed_by text not null
    signed_by_name text not null
    signed_as text not null
    signed_at timestamp with time zone not null
    PRIMARY KEY (organization_id, audit_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, audit_id) REFERENCES audit(organization_id, id)
    CHECK (((length(conclusion) >= 1) AND (length(conclusion) <= 8000)))
    CHECK ((proved_by = ANY (ARRAY['password'::text, 'passkey'::text, 'paper'::text])))
CREATE TRIGGER audit_signature_counts_added AFTER INSERT on audit_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER audit_signature_counts_changed AFTER UPDATE on audit_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER audit_signature_counts_removed AFTER DELETE on audit_signature REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER audit_signature_is_not_emptied BEFORE TRUNCATE on audit_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_signature_stays BEFORE DELETE OR UPDATE on audit_signature FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- baseline
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    name text not null
    kind text not null
    scope text not null default ''::text
    assessed_on date not null
    target jsonb not null default '{}'::jsonb
    state text not null default 'open'::text
    started_by text
    started_by_name text not null
    started_at timestamp with time zone not null
    closed_at timestamp with time zone
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
    CHECK ((kind = ANY (ARRAY['full'::text, 'quick scan'::text])))
    CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
CREATE UNIQUE INDEX baseline_open on baseline USING btree (organization_id) WHERE (state = 'open'::text);
CREATE TRIGGER baseline_counts_added AFTER INSERT on baseline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER baseline_counts_changed AFTER UPDATE on baseline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER baseline_counts_removed AFTER DELETE on baseline REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- benefit_actual
    organization_id uuid not null
    line text not null
    quarter text not null
    value double precision not null
    evidence text not null
    version integer not null default 1
    recorded_by text
    recorded_by_name text not null
    recorded_at timestamp with time zone not null
    PRIMARY KEY (organization_id, line, quarter)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(evidence) >= 1) AND (length(evidence) <= 2000)))
    CHECK ((quarter ~ '^\d{4}-Q[1-4]$'::text))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- brand
    organization_id uuid not null
    primary_colour text not null
    secondary_colour text not null
    footer text not null
    cover_line text not null
    logo_type text
    logo_base64 text
    logo_width double precision
    logo_height double precision
    version integer not null default 1
    changed_by text
    changed_by_name text not null
    changed_at timestamp with time zone not null
    pdf_font text not null default 'Inter'::text
    office_font text not null default ''::text
    cover_style text not null default 'plain'::text
    PRIMARY KEY (organization_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((cover_style = ANY (ARRAY['plain'::text, 'band'::text, 'logo'::text])))
    CHECK ((length(cover_line) <= 200))
    CHECK ((length(footer) <= 200))
    CHECK ((length(logo_base64) <= 500000))
    CHECK ((length(office_font) <= 60))
    CHECK ((logo_height > (0)::double precision))
    CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/svg+xml'::text])))
    CHECK ((logo_width > (0)::double precision))
    CHECK ((num_nonnulls(logo_type, logo_base64, logo_width, logo_height) = ANY (ARRAY[0, 4])))
    CHECK ((pdf_font = ANY (ARRAY['Inter'::text, 'Libertinus Serif'::text])))
    CHECK ((primary_colour ~ '^#[0-9A-F]{6}$'::text))
    CHECK ((secondary_colour ~ '^#[0-9A-F]{6}$'::text))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- business_case
    organization_id uuid not null
    settings jsonb not null
    version integer not null default 1
    changed_by text
    changed_by_name text not null
    changed_at timestamp with time zone not null
    PRIMARY KEY (organization_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- calendar_feed
    organization_id uuid not null
    person_id text not null
    code_sha256 text not null
    language text not null
    made_at timestamp with time zone not null
    read_at timestamp with time zone
    asked_since timestamp with time zone
    asked integer not null default 0
    PRIMARY KEY (organization_id, person_id)
    UNIQUE (code_sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, person_id) REFERENCES membership(organization_id, person_id) ON DELETE CASCADE
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- calendar_reminder
    organization_id uuid not null
    entry text not null
    due_on date not null
    reminded_at timestamp with time zone not null
    PRIMARY KEY (organization_id, entry, due_on)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- capability_target
    organization_id uuid not null
    clause text not null
    level smallint not null
    reason text not null
    version integer not null default 1
    changed_by text
    changed_by_name text not null
    changed_at timestamp with time zone not null
    PRIMARY KEY (organization_id, clause)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
    CHECK (((level >= 0) AND (level <= 5)))
    CHECK ((clause ~ '^8\.\d{1,2}\.\d{1,2}$'::text))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- case_assumption
    organization_id uuid not null
    id text not null
    low double precision not null
    base double precision not null
    high double precision not null
    source text not null default ''::text
    quality text not null
    owner text not null default ''::text
    note text not null default ''::text
    measured jsonb
    version integer not null default 1
    changed_by text
    changed_by_name text not null
    changed_at timestamp with time zone not null
    follows text
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((base >= low))
    CHECK ((follows = ANY (ARRAY['effort'::text, 'external effort'::text])))
    CHECK ((high >= base))
    CHECK ((low >= (0)::double precision))
    CHECK ((quality = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'J'::text, 'measured'::text])))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- case_line
    organization_id uuid not null
    id text not null
    choice jsonb not null
    owner text not null default ''::text
    own jsonb
    version integer not null default 1
    changed_by text
    changed_by_name text not null
    changed_at timestamp with time zone not null
    deleted_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((deleted_at IS NULL) OR (own IS NOT NULL)))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- certificate
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number text not null
    assignment_id uuid not null
    person uuid not null
    person_name text not null
    course text not null
    course_title text not null
    course_version text not null
    score double precision not null
    passed_on date not null
    valid_until date not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, assignment_id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE TRIGGER certificate_is_not_emptied BEFORE TRUNCATE on certificate FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER certificate_stays BEFORE DELETE OR UPDATE on certificate FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- collection
    organization_id uuid not null
    id uuid not null
    number integer not null
    period_from date not null
    period_to date not null
    data_from text not null
    data_until text not null
    data_hash text not null
    pack_version text not null
    import_id uuid
    collected_at timestamp with time zone not null
    collected_by_name text not null
    document jsonb not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, import_id) REFERENCES ticket_import(organization_id, id)
CREATE TRIGGER collection_counts_added AFTER INSERT on collection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER collection_counts_changed AFTER UPDATE on collection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER collection_counts_removed AFTER DELETE on collection REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER collection_stays BEFORE DELETE OR UPDATE on collection FOR EACH ROW EXECUTE FUNCTION refuse_new_result();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- comment
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    on_kind text not null
    on_id text not null
    author_id text
    author_name text not null
    body text not null
    version integer not null default 1
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    deleted_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX comment_on on comment USING btree (organization_id, on_kind, on_id, created_at);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- course_assignment
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    person uuid not null
    course text not null
    because text not null
    assigned_by text
    assigned_by_name text not null
    assigned_at timestamp with time zone not null
    due_on date not null
    exempt_because text
    exempt_until date
    exempt_by_name text
    extra_attempts integer not null default 0
    reminded_at timestamp with time zone
    escalated_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, person) REFERENCES record(organization_id, id)
CREATE INDEX course_assignment_of_person on course_assignment USING btree (organization_id, person, course);
CREATE TRIGGER course_assignment_counts_added AFTER INSERT on course_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER course_assignment_counts_changed AFTER UPDATE on course_assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER course_assignment_counts_removed AFTER DELETE on course_assignment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- criterion_statement
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    criterion text not null
    is_met boolean not null
    says text not null
    stated_by text
    stated_by_name text not null
    stated_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(says) >= 1) AND (length(says) <= 2000)))
CREATE INDEX criterion_statement_by_time on criterion_statement USING btree (organization_id, stated_at, id);
CREATE TRIGGER criterion_statement_is_not_emptied BEFORE TRUNCATE on criterion_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER criterion_statement_stays BEFORE DELETE OR UPDATE on criterion_statement FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- decision
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    verdict text not null
    reasons text not null
    conditions text not null default ''::text
    figures jsonb not null
    seal text not null
    proved_by text not null
    signed_by text not null
    signed_by_name text not null
    signed_as text not null
    signed_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(reasons) >= 1) AND (length(reasons) <= 4000)))
    CHECK ((proved_by = ANY (ARRAY['password'::text, 'passkey'::text])))
    CHECK ((verdict = ANY (ARRAY['go'::text, 'no-go'::text, 'later'::text])))
CREATE INDEX decision_by_time on decision USING btree (organization_id, signed_at DESC, id);
CREATE TRIGGER decision_is_not_emptied BEFORE TRUNCATE on decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER decision_stays BEFORE DELETE OR UPDATE on decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- document_template
    organization_id uuid not null
    kind text not null
    revision integer not null
    name text not null
    type text not null
    bytes bigint not null
    sha256 text not null
    gaps jsonb not null
    is_used boolean not null default true
    author_id text
    author_name text not null
    made_at timestamp with time zone not null
    PRIMARY KEY (organization_id, kind, revision)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 300)))
    CHECK ((bytes > 0))
    CHECK ((kind = ANY (ARRAY['docx'::text, 'pptx'::text, 'xlsx'::text])))
    CHECK ((revision > 0))
    CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- effect_check
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    finding_id uuid not null
    is_effective boolean not null
    says text not null
    results jsonb not null
    checked_by text not null
    checked_by_name text not null
    checked_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, finding_id) REFERENCES finding(organization_id, id)
    CHECK (((length(says) >= 1) AND (length(says) <= 4000)))
CREATE TRIGGER effect_check_is_not_emptied BEFORE TRUNCATE on effect_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER effect_check_stays BEFORE DELETE OR UPDATE on effect_check FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- evidence_link
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    requirement text not null
    kind text not null
    target text not null
    title text not null
    shows text not null
    seen_on date not null
    expires_on date
    note text not null default ''::text
    added_by text
    added_by_name text not null
    added_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, requirement, kind, target)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((kind = ANY (ARRAY['attachment'::text, 'record'::text, 'check'::text, 'link'::text])))
    CHECK ((shows = ANY (ARRAY['document'::text, 'records'::text, 'other'::text])))
CREATE INDEX evidence_link_by_requirement on evidence_link USING btree (organization_id, requirement);
CREATE TRIGGER evidence_link_counts_added AFTER INSERT on evidence_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER evidence_link_counts_changed AFTER UPDATE on evidence_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER evidence_link_counts_removed AFTER DELETE on evidence_link REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- feedback_code
    organization_id uuid not null
    code_sha256 text not null
    record_id uuid not null
    PRIMARY KEY (organization_id, code_sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, record_id) REFERENCES record(organization_id, id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- finding
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number integer not null
    source text not null
    source_name text not null default ''::text
    audit_id uuid
    check_id text
    grade text not null
    title text not null
    requirements jsonb not null
    evidence text not null default ''::text
    missing text not null default ''::text
    grade_reason text not null default ''::text
    extent text not null default ''::text
    state text not null default 'raised'::text
    owner_id text
    owner_name text
    due_on date
    correction text not null default ''::text
    cause_form text not null default 'whys'::text
    cause_rows jsonb not null default '[]'::jsonb
    root_cause text not null default ''::text
    cause_category text
    cause_by text
    cause_by_name text
    cause_approved_by text
    cause_approved_by_name text
    cause_approved_at timestamp with time zone
    extent_check text not null default ''::text
    criterion text not null default ''::text
    effect_due_on date
    decision text not null default ''::text
    raised_by text
    raised_by_name text not null
    raised_at timestamp with time zone not null
    closed_at timestamp with time zone
    reopened integer not null default 0
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, audit_id) REFERENCES audit(organization_id, id)
    CHECK (((cause_approved_by IS NULL) OR (cause_approved_by IS DISTINCT FROM cause_by)))
    CHECK (((length(title) >= 1) AND (length(title) <= 300)))
    CHECK ((cause_form = ANY (ARRAY['whys'::text, 'cause and effect'::text])))
    CHECK ((grade = ANY (ARRAY['major'::text, 'minor'::text, 'opportunity'::text, 'good practice'::text])))
    CHECK ((source = ANY (ARRAY['internal audit'::text, 'external audit'::text, 'check'::text, 'complaint'::text, 'signal'::text, 'by hand'::text])))
    CHECK ((state = ANY (ARRAY['raised'::text, 'contained'::text, 'analysing'::text, 'action_planned'::text, 'implementing'::text, 'implemented'::text, 'verifying'::text, 'closed'::text, 'rejected'::text])))
CREATE INDEX finding_by_check on finding USING btree (organization_id, check_id) WHERE (check_id IS NOT NULL);
CREATE TRIGGER finding_as_reported_stays BEFORE UPDATE on finding FOR EACH ROW WHEN (((((((((old.audit_id IS DISTINCT FROM new.audit_id) OR (old.grade IS DISTINCT FROM new.grade)) OR (old.title IS DISTINCT FROM new.title)) OR (old.requirements IS DISTINCT FROM new.requirements)) OR (old.evidence IS DISTINCT FROM new.evidence)) OR (old.missing IS DISTINCT FROM new.missing)) OR (old.grade_reason IS DISTINCT FROM new.grade_reason)) OR (old.extent IS DISTINCT FROM new.extent))) EXECUTE FUNCTION refuse_after_signature();
CREATE TRIGGER finding_counts_added AFTER INSERT on finding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER finding_counts_changed AFTER UPDATE on finding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER finding_counts_removed AFTER DELETE on finding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- finding_action
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    finding_id uuid not null
    says text not null
    owner_id text not null
    owner_name text not null
    due_on date not null
    done_on date
    evidence text not null default ''::text
    done_by_name text
    version integer not null default 1
    doers text[] not null default '{}'::text[]
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, finding_id) REFERENCES finding(organization_id, id)
    CHECK (((length(says) >= 1) AND (length(says) <= 2000)))
CREATE INDEX finding_action_by_owner on finding_action USING btree (organization_id, owner_id) WHERE (done_on IS NULL);
CREATE INDEX finding_action_of on finding_action USING btree (organization_id, finding_id);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- frozen_text
    organization_id uuid not null
    sha256 text not null
    document text not null
    PRIMARY KEY (organization_id, sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
CREATE TRIGGER frozen_text_stays BEFORE UPDATE on frozen_text FOR EACH ROW EXECUTE FUNCTION refuse_new_words();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select to clausewise_app;

-- invitation
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    email text not null
    role text not null
    role_expires_at timestamp with time zone
    token_sha256 text not null
    invited_by text
    invited_by_name text not null
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    accepted_at timestamp with time zone
    revoked_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    UNIQUE (token_sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((email = lower(email)))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- job
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    kind text not null
    state text not null
    asked jsonb not null default '{}'::jsonb
    stage text
    done integer
    of integer
    attempts integer not null default 0
    is_cancel_asked boolean not null default false
    message text
    outcome jsonb
    asked_by text
    asked_by_name text not null
    asked_role text not null
    asked_at timestamp with time zone not null
    started_at timestamp with time zone
    ended_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((kind = ANY (ARRAY['ingest'::text, 'collect'::text, 'documents'::text, 'demo'::text])))
    CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'needs answer'::text, 'refused'::text, 'failed'::text, 'cancelled'::text])))
CREATE INDEX job_by_time on job USING btree (organization_id, asked_at DESC, id);
CREATE UNIQUE INDEX job_waiting_once on job USING btree (organization_id, kind, asked, (
CASE
    WHEN (kind = 'documents'::text) THEN asked_role
    ELSE ''::text
END)) WHERE (state = 'waiting'::text);
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

-- kpi_decision
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    kpi text not null
    signal_id uuid
    says text not null
    owner text not null
    due_on date
    decided_on date not null
    kept_by text
    kept_by_name text not null
    kept_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, kpi) REFERENCES adopted_kpi(organization_id, kpi)
    FOREIGN KEY (organization_id, signal_id) REFERENCES kpi_signal(organization_id, id)
    CHECK (((length(says) >= 1) AND (length(says) <= 4000)))
CREATE INDEX kpi_decision_by_kpi on kpi_decision USING btree (organization_id, kpi, kept_at);
CREATE TRIGGER kpi_decision_counts_added AFTER INSERT on kpi_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER kpi_decision_counts_changed AFTER UPDATE on kpi_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER kpi_decision_counts_removed AFTER DELETE on kpi_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER kpi_decision_is_not_emptied BEFORE TRUNCATE on kpi_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER kpi_decision_stays BEFORE DELETE OR UPDATE on kpi_decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- kpi_point
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number bigint not null generated always as identity
    kpi text not null
    period text not null
    collection_id uuid
    part double precision
    whole double precision
    value double precision
    n integer not null
    is_closed boolean not null
    data_hash text not null
    reason text
    computed_at timestamp with time zone not null
    computed_by_name text not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
    FOREIGN KEY (organization_id, kpi) REFERENCES adopted_kpi(organization_id, kpi)
    CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
    CHECK (((part IS NULL) OR (part <= whole)))
    CHECK ((period ~ '^\d{4}-\d{2}$'::text))
CREATE INDEX kpi_point_by_series on kpi_point USING btree (organization_id, kpi, number);
CREATE INDEX kpi_point_in_order on kpi_point USING btree (organization_id, number);
CREATE TRIGGER kpi_point_is_not_emptied BEFORE TRUNCATE on kpi_point FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER kpi_point_stays BEFORE DELETE OR UPDATE on kpi_point FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- kpi_signal
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number integer not null
    kpi text not null
    rule text not null
    began text not null
    periods jsonb not null
    figures jsonb not null
    found_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, kpi, rule, began)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, kpi) REFERENCES adopted_kpi(organization_id, kpi)
CREATE TRIGGER kpi_signal_is_not_emptied BEFORE TRUNCATE on kpi_signal FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER kpi_signal_stays BEFORE DELETE OR UPDATE on kpi_signal FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- kpi_target
    organization_id uuid not null
    kpi text not null
    number integer not null
    target double precision not null
    valid_from text not null
    reason text not null
    set_by text
    set_by_name text not null
    set_at timestamp with time zone not null
    PRIMARY KEY (organization_id, kpi, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, kpi) REFERENCES adopted_kpi(organization_id, kpi)
    CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
    CHECK ((valid_from ~ '^\d{4}-\d{2}$'::text))
CREATE TRIGGER kpi_target_is_not_emptied BEFORE TRUNCATE on kpi_target FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER kpi_target_stays BEFORE DELETE OR UPDATE on kpi_target FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- made_document
    organization_id uuid not null
    id uuid not null
    kind text not null
    title text not null
    collection_id uuid
    baseline_id uuid
    path text not null
    sha256 text not null
    bytes bigint not null
    made_by_name text not null
    made_at timestamp with time zone not null
    snapshot_id uuid
    since_id uuid
    template text
    language text
    brand text
    document_key text
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
    FOREIGN KEY (organization_id, since_id) REFERENCES snapshot(organization_id, id)
    FOREIGN KEY (organization_id, snapshot_id) REFERENCES snapshot(organization_id, id)
CREATE INDEX made_document_by_key on made_document USING btree (organization_id, document_key);
CREATE INDEX made_document_by_time on made_document USING btree (organization_id, made_at DESC, id);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- mail
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    kind text not null
    recipient text not null
    subject text not null
    body text not null
    created_at timestamp with time zone not null default now()
    sent_at timestamp with time zone
    attempts integer not null default 0
    next_at timestamp with time zone default now()
    problem text
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX mail_by_time on mail USING btree (organization_id, created_at, id);
CREATE INDEX mail_due on mail USING btree (next_at) WHERE (next_at IS NOT NULL);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- management_review
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    number integer not null
    held_on date not null
    next_on date
    attendees text not null default ''::text
    inputs jsonb not null
    carried jsonb not null
    minutes jsonb not null default '{}'::jsonb
    conclusion text not null default ''::text
    prepared_by text
    prepared_by_name text not null
    prepared_at timestamp with time zone not null
    version integer not null default 1
    seal text
    is_complete boolean
    proved_by text
    signed_by text
    signed_by_name text
    signed_as text
    signed_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((((signed_at IS NULL) = (seal IS NULL)) AND ((signed_at IS NULL) = (signed_by IS NULL))))
    CHECK ((proved_by = ANY (ARRAY['password'::text, 'passkey'::text])))
CREATE UNIQUE INDEX management_review_open on management_review USING btree (organization_id) WHERE (signed_at IS NULL);
CREATE TRIGGER management_review_counts_added AFTER INSERT on management_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER management_review_counts_changed AFTER UPDATE on management_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER management_review_counts_removed AFTER DELETE on management_review REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER management_review_stays BEFORE DELETE OR UPDATE on management_review FOR EACH ROW EXECUTE FUNCTION keep_signed_review();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

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

-- own_kpi
    organization_id uuid not null
    kpi text not null
    number integer not null
    title text not null
    claim text not null
    answers text not null
    unit text not null
    direction text not null
    sql text not null
    reason text not null
    tried jsonb not null
    written_by text
    written_by_name text not null
    written_at timestamp with time zone not null
    PRIMARY KEY (organization_id, kpi, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(claim) >= 8) AND (length(claim) <= 2000)))
    CHECK (((length(sql) >= 1) AND (length(sql) <= 20000)))
    CHECK (((length(title) >= 3) AND (length(title) <= 200)))
    CHECK ((answers = ANY (ARRAY['share'::text, 'value'::text])))
    CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'neutral'::text, 'to zero'::text])))
    CHECK ((kpi ~ '^OWN-\d{1,4}$'::text))
CREATE TRIGGER own_kpi_is_not_emptied BEFORE TRUNCATE on own_kpi FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER own_kpi_stays BEFORE DELETE OR UPDATE on own_kpi FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- own_kpi_answer
    organization_id uuid not null
    kpi text not null
    number integer not null
    collection_id uuid not null
    because text
    asked_at timestamp with time zone not null
    PRIMARY KEY (organization_id, kpi, collection_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
    FOREIGN KEY (organization_id, kpi, number) REFERENCES own_kpi(organization_id, kpi, number)
CREATE TRIGGER own_kpi_answer_is_not_emptied BEFORE TRUNCATE on own_kpi_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER own_kpi_answer_stays BEFORE DELETE OR UPDATE on own_kpi_answer FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- passkey
    id text not null default (gen_random_uuid())::text
    person_id text not null
    name text
    public_key text not null
    credential_id text not null
    counter integer not null
    device_type text not null
    is_backed_up boolean not null
    transports text
    aaguid text
    created_at timestamp with time zone default now()
    PRIMARY KEY (id)
    UNIQUE (credential_id)
    FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
CREATE INDEX passkey_by_person on passkey USING btree (person_id);
CREATE TRIGGER passkey_added AFTER INSERT on passkey FOR EACH ROW EXECUTE FUNCTION note_account_change('add passkey');
CREATE TRIGGER passkey_removed AFTER DELETE on passkey FOR EACH ROW EXECUTE FUNCTION note_account_change('remove passkey');

-- person
    id text not null default (gen_random_uuid())::text
    name text not null
    email text not null
    is_email_verified boolean not null default false
    is_two_factor_enabled boolean default false
    image text
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    PRIMARY KEY (id)
    UNIQUE (email)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
    CHECK ((email = lower(email)))
CREATE TRIGGER second_step_changed AFTER UPDATE OF is_two_factor_enabled on person FOR EACH ROW WHEN ((COALESCE(old.is_two_factor_enabled, false) <> COALESCE(new.is_two_factor_enabled, false))) EXECUTE FUNCTION note_second_step();
row-level security;
policy colleague for select to public using ((id = current_person()) OR (EXISTS ( SELECT
   FROM membership
  WHERE ((membership.person_id = person.id) AND (membership.organization_id = current_organization())))));

-- personal_mail
    id uuid not null default gen_random_uuid()
    kind text not null
    recipient text not null
    subject text not null
    body text not null
    created_at timestamp with time zone not null default now()
    sent_at timestamp with time zone
    attempts integer not null default 0
    next_at timestamp with time zone default now()
    problem text
    PRIMARY KEY (id)
CREATE INDEX personal_mail_due on personal_mail USING btree (next_at) WHERE (next_at IS NOT NULL);

-- phase_signature
    organization_id uuid not null
    phase text not null
    criteria jsonb not null
    waivers jsonb not null
    note text not null default ''::text
    proved_by text not null
    signed_by text not null
    signed_by_name text not null
    signed_as text not null
    signed_at timestamp with time zone not null
    PRIMARY KEY (organization_id, phase)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((proved_by = ANY (ARRAY['password'::text, 'passkey'::text])))
CREATE TRIGGER phase_signature_is_not_emptied BEFORE TRUNCATE on phase_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER phase_signature_stays BEFORE DELETE OR UPDATE on phase_signature FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- programme_version
    organization_id uuid not null
    version integer not null
    facts jsonb not null
    written_by text
    written_by_name text not null
    written_at timestamp with time zone not null
    PRIMARY KEY (organization_id, version)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((version > 0))
CREATE TRIGGER programme_version_counts_added AFTER INSERT on programme_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER programme_version_counts_changed AFTER UPDATE on programme_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER programme_version_counts_removed AFTER DELETE on programme_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER programme_version_is_not_emptied BEFORE TRUNCATE on programme_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER programme_version_stays BEFORE DELETE OR UPDATE on programme_version FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- quiz_attempt
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    assignment_id uuid not null
    number integer not null
    course_version text not null
    asked jsonb not null
    answers jsonb
    score double precision
    is_passed boolean
    started_at timestamp with time zone not null
    finished_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, assignment_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, assignment_id) REFERENCES course_assignment(organization_id, id)
    CHECK ((number > 0))
CREATE TRIGGER quiz_attempt_counts_added AFTER INSERT on quiz_attempt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER quiz_attempt_counts_changed AFTER UPDATE on quiz_attempt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER quiz_attempt_counts_removed AFTER DELETE on quiz_attempt REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- rate_limit
    id text not null default (gen_random_uuid())::text
    key text not null
    count integer not null
    last_request bigint not null
    PRIMARY KEY (id)
    UNIQUE (key)

-- rating
    organization_id uuid not null
    baseline_id uuid not null
    requirement text not null
    version integer not null
    rating text not null
    rationale text not null default ''::text
    is_self boolean not null default false
    origin text not null default 'person'::text
    rated_by text not null
    rated_by_name text not null
    rated_at timestamp with time zone not null
    confirmed_by text
    confirmed_by_name text
    confirmed_at timestamp with time zone
    reason text
    is_without_new_evidence boolean not null default false
    written_at timestamp with time zone not null
    PRIMARY KEY (organization_id, baseline_id, requirement, version)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, baseline_id) REFERENCES baseline(organization_id, id)
    CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
    CHECK ((confirmed_by <> rated_by))
    CHECK ((origin = ANY (ARRAY['person'::text, 'import'::text, 'carried over'::text])))
    CHECK ((version > 0))
CREATE TRIGGER rating_counts_added AFTER INSERT on rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER rating_counts_changed AFTER UPDATE on rating REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER rating_counts_removed AFTER DELETE on rating REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER rating_is_not_emptied BEFORE TRUNCATE on rating FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER rating_stays BEFORE DELETE OR UPDATE on rating FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- reading_answer
    organization_id uuid not null
    question text not null
    answer text not null
    answered_by_name text not null
    answered_at timestamp with time zone not null
    PRIMARY KEY (organization_id, question)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(answer) >= 1) AND (length(answer) <= 100)))
    CHECK (((length(question) >= 1) AND (length(question) <= 300)))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- record
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    register text not null
    serial integer not null
    number text not null
    state text not null
    label text not null
    data jsonb not null
    version integer not null default 1
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    deleted_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, register, serial)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX record_by_label on record USING btree (organization_id, register, lower(label));
CREATE TRIGGER record_counts_added AFTER INSERT on record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER record_counts_changed AFTER UPDATE on record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- record_counter
    organization_id uuid not null
    register text not null
    last integer not null
    PRIMARY KEY (organization_id, register)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- record_import
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    register text not null
    file text not null
    person_id text
    plan jsonb not null
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    applied_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- record_key
    organization_id uuid not null
    record_id uuid not null
    field text not null
    key text not null
    register text not null
    PRIMARY KEY (organization_id, record_id, field, key)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX record_key_in_order on record_key USING btree (organization_id, register, field, key, record_id);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- record_link
    organization_id uuid not null
    from_id uuid not null
    field text not null
    place integer not null
    to_id uuid not null
    PRIMARY KEY (organization_id, from_id, field, to_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, from_id) REFERENCES record(organization_id, id)
    FOREIGN KEY (organization_id, to_id) REFERENCES record(organization_id, id)
CREATE INDEX record_link_back on record_link USING btree (organization_id, to_id);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- remedy_decision
    organization_id uuid not null
    requirement text not null
    version integer not null
    state text not null
    reason text not null default ''::text
    role text
    effort jsonb
    decided_by text
    decided_by_name text not null
    decided_at timestamp with time zone not null
    PRIMARY KEY (organization_id, requirement, version)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((state <> ALL (ARRAY['deferred'::text, 'declined'::text])) OR (TRIM(BOTH FROM reason) <> ''::text)))
    CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'deferred'::text, 'declined'::text])))
    CHECK ((version > 0))
CREATE TRIGGER remedy_decision_is_not_emptied BEFORE TRUNCATE on remedy_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER remedy_decision_stays BEFORE DELETE OR UPDATE on remedy_decision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- restoration
    id uuid not null
    at timestamp with time zone not null default now()
    backup_made_at timestamp with time zone not null
    manifest_sha256 text not null
    PRIMARY KEY (id)

-- result
    organization_id uuid not null
    collection_id uuid not null
    check_id text not null
    verdict text not null
    because text not null
    population integer not null
    met integer not null
    threshold double precision not null
    share double precision
    interval_low double precision
    interval_high double precision
    sql_hash text not null
    PRIMARY KEY (organization_id, check_id, collection_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
CREATE TRIGGER result_stays BEFORE DELETE OR UPDATE on result FOR EACH ROW EXECUTE FUNCTION refuse_new_result();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- review_action
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    review_id uuid not null
    kind text not null
    says text not null
    owner text not null
    due_on date not null
    state text not null default 'open'::text
    outcome text not null default ''::text
    ended_on date
    ended_by_name text
    created_at timestamp with time zone not null
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, review_id) REFERENCES management_review(organization_id, id)
    CHECK (((length(owner) >= 1) AND (length(owner) <= 200)))
    CHECK (((length(says) >= 1) AND (length(says) <= 2000)))
    CHECK (((state = 'open'::text) = (ended_on IS NULL)))
    CHECK ((kind = ANY (ARRAY['improvement'::text, 'change'::text, 'resources'::text, 'other'::text])))
    CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
CREATE INDEX review_action_of_review on review_action USING btree (organization_id, review_id);
CREATE TRIGGER review_action_counts_added AFTER INSERT on review_action REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER review_action_counts_changed AFTER UPDATE on review_action REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER review_action_counts_removed AFTER DELETE on review_action REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER review_action_stays BEFORE DELETE OR UPDATE on review_action FOR EACH ROW EXECUTE FUNCTION keep_decided_action();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- roadmap_baseline
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    name text not null
    schedule_number integer not null
    set_by text
    set_by_name text not null
    set_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, schedule_number) REFERENCES roadmap_schedule(organization_id, number)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
CREATE INDEX roadmap_baseline_by_time on roadmap_baseline USING btree (organization_id, set_at DESC, id);
CREATE TRIGGER roadmap_baseline_is_not_emptied BEFORE TRUNCATE on roadmap_baseline FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER roadmap_baseline_stays BEFORE DELETE OR UPDATE on roadmap_baseline FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- roadmap_plan
    organization_id uuid not null
    version integer not null
    plan jsonb not null
    written_by text
    written_by_name text not null
    written_at timestamp with time zone not null
    PRIMARY KEY (organization_id, version)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((version > 0))
CREATE TRIGGER roadmap_plan_is_not_emptied BEFORE TRUNCATE on roadmap_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER roadmap_plan_stays BEFORE DELETE OR UPDATE on roadmap_plan FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- roadmap_schedule
    organization_id uuid not null
    number integer not null
    plan_version integer not null
    schedule jsonb not null
    inputs_hash text not null
    planned_by text
    planned_by_name text not null
    planned_at timestamp with time zone not null
    PRIMARY KEY (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK ((number > 0))
CREATE TRIGGER roadmap_schedule_is_not_emptied BEFORE TRUNCATE on roadmap_schedule FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER roadmap_schedule_stays BEFORE DELETE OR UPDATE on roadmap_schedule FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- sample
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    name text not null
    method text not null
    seed bigint
    definition jsonb not null
    population_size integer not null
    population_hash text not null
    drawn jsonb not null
    sha256 text not null
    drawn_by text
    drawn_by_name text not null
    drawn_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
    CHECK ((method = ANY (ARRAY['random'::text, 'judgement'::text])))
CREATE INDEX sample_by_time on sample USING btree (organization_id, drawn_at DESC, id);
CREATE TRIGGER sample_is_not_emptied BEFORE TRUNCATE on sample FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER sample_stays BEFORE DELETE OR UPDATE on sample FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- schema_migration
    name text not null
    sha256 text not null
    applied_at timestamp with time zone not null default now()
    PRIMARY KEY (name)

-- service_complaint
    organization_id uuid not null
    collection_id uuid not null
    ticket text not null
    service text not null
    customer text not null
    month text not null
    state text not null
    is_open boolean not null
    received_at timestamp with time zone
    answered_at timestamp with time zone
    ended_at timestamp with time zone
    PRIMARY KEY (organization_id, collection_id, ticket)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
CREATE TRIGGER service_complaint_is_not_emptied BEFORE TRUNCATE on service_complaint FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_complaint_stays BEFORE DELETE OR UPDATE on service_complaint FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- service_level_cell
    organization_id uuid not null
    collection_id uuid not null
    service text not null
    customer text not null
    metric text not null
    month text not null
    computed_by text not null
    pause_rule text not null
    reopen_rule text not null
    kept integer not null
    missed integer not null
    open_missed integer not null
    running integer not null
    unusable integer not null
    no_clock integer not null
    missed_tickets text[] not null
    PRIMARY KEY (organization_id, collection_id, service, customer, metric, month, computed_by, pause_rule, reopen_rule)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
CREATE INDEX service_level_cell_by_service on service_level_cell USING btree (organization_id, service, month);
CREATE TRIGGER service_level_cell_is_not_emptied BEFORE TRUNCATE on service_level_cell FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_level_cell_stays BEFORE DELETE OR UPDATE on service_level_cell FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- service_level_party
    organization_id uuid not null
    collection_id uuid not null
    service text not null
    month text not null
    party_kind text not null
    party text not null
    kept integer not null
    missed integer not null
    PRIMARY KEY (organization_id, collection_id, service, month, party_kind, party)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
    CHECK ((party_kind = ANY (ARRAY['group'::text, 'supplier'::text])))
CREATE TRIGGER service_level_party_is_not_emptied BEFORE TRUNCATE on service_level_party FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_level_party_stays BEFORE DELETE OR UPDATE on service_level_party FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- service_report
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    title text not null
    audience text not null
    purpose text not null
    services text[] not null
    customer text not null default ''::text
    parts text[] not null
    cadence text not null
    due_days integer not null
    issuer text not null
    recipients text[] not null
    first_month text not null
    ended_at timestamp with time zone
    version integer not null default 1
    made_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((due_days >= 1) AND (due_days <= 90)))
    CHECK (((length(audience) >= 1) AND (length(audience) <= 300)))
    CHECK (((length(issuer) >= 1) AND (length(issuer) <= 300)))
    CHECK (((length(purpose) >= 1) AND (length(purpose) <= 1000)))
    CHECK (((length(title) >= 1) AND (length(title) <= 200)))
    CHECK ((cadence = ANY (ARRAY['monthly'::text, 'quarterly'::text])))
    CHECK ((cardinality(parts) > 0))
    CHECK ((cardinality(services) > 0))
    CHECK ((first_month ~ '^\d{4}-\d{2}$'::text))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- service_report_issue
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    report_id uuid not null
    period text not null
    collection_id uuid not null
    due_on date not null
    figures text not null
    seal text not null
    issued_by text
    issued_by_name text not null
    issued_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, report_id, period)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
    FOREIGN KEY (organization_id, report_id) REFERENCES service_report(organization_id, id)
CREATE TRIGGER service_report_issue_counts_added AFTER INSERT on service_report_issue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_report_issue_counts_changed AFTER UPDATE on service_report_issue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_report_issue_counts_removed AFTER DELETE on service_report_issue REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_report_issue_is_not_emptied BEFORE TRUNCATE on service_report_issue FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_report_issue_stays BEFORE DELETE OR UPDATE on service_report_issue FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- service_report_receipt
    organization_id uuid not null
    issue_id uuid not null
    recipient text not null
    code_sha256 text
    sent_at timestamp with time zone
    acknowledged_at timestamp with time zone
    says text
    PRIMARY KEY (organization_id, issue_id, recipient)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, issue_id) REFERENCES service_report_issue(organization_id, id)
CREATE UNIQUE INDEX service_report_receipt_by_code on service_report_receipt USING btree (organization_id, code_sha256);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- service_review
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    service text not null
    customer text not null default ''::text
    held_on date not null
    attendees text[] not null
    note text not null
    figures text not null
    seal text not null
    every_months integer not null
    next_on date not null
    recorded_by text
    recorded_by_name text not null
    recorded_at timestamp with time zone not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((every_months >= 1) AND (every_months <= 24)))
    CHECK (((length(note) >= 1) AND (length(note) <= 4000)))
    CHECK (((length(service) >= 1) AND (length(service) <= 300)))
    CHECK ((cardinality(attendees) > 0))
CREATE INDEX service_review_by_service on service_review USING btree (organization_id, service, held_on DESC, id);
CREATE TRIGGER service_review_counts_added AFTER INSERT on service_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_review_counts_changed AFTER UPDATE on service_review REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_review_counts_removed AFTER DELETE on service_review REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER service_review_is_not_emptied BEFORE TRUNCATE on service_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_review_stays BEFORE DELETE OR UPDATE on service_review FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- service_review_action
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    review_id uuid not null
    place integer not null
    what text not null
    owner text not null
    due_on date not null
    done_on date
    done_says text
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, review_id) REFERENCES service_review(organization_id, id)
    CHECK (((length(owner) >= 1) AND (length(owner) <= 300)))
    CHECK (((length(what) >= 1) AND (length(what) <= 1000)))
CREATE INDEX service_review_action_by_review on service_review_action USING btree (organization_id, review_id, place);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- service_survey_month
    organization_id uuid not null
    collection_id uuid not null
    service text not null
    customer text not null
    month text not null
    sent integer not null
    answered integer not null
    satisfied integer not null
    PRIMARY KEY (organization_id, collection_id, service, customer, month)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, collection_id) REFERENCES collection(organization_id, id)
CREATE TRIGGER service_survey_month_is_not_emptied BEFORE TRUNCATE on service_survey_month FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER service_survey_month_stays BEFORE DELETE OR UPDATE on service_survey_month FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- session
    id text not null default (gen_random_uuid())::text
    person_id text not null
    token text not null
    expires_at timestamp with time zone not null
    address text
    user_agent text
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    way text
    PRIMARY KEY (id)
    UNIQUE (token)
    FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
CREATE INDEX session_by_person on session USING btree (person_id);
row-level security;
policy of_colleague for delete to public using (EXISTS ( SELECT
   FROM membership
  WHERE ((membership.person_id = session.person_id) AND (membership.organization_id = current_organization()))));
policy of_colleague_known for select to public using (EXISTS ( SELECT
   FROM membership
  WHERE ((membership.person_id = session.person_id) AND (membership.organization_id = current_organization()))));
grant delete to clausewise_app;

-- sign_in_attempt
    key text not null
    count integer not null
    since timestamp with time zone not null default now()
    PRIMARY KEY (key)

-- snapshot
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    baseline_id uuid
    name text not null
    document text not null
    sha256 text not null
    label text not null
    index_value integer not null
    frozen_by text
    frozen_by_name text not null
    frozen_at timestamp with time zone not null
    number integer not null
    parts jsonb not null default '{}'::jsonb
    is_for_documents boolean not null default false
    trail_number bigint not null default 0
    PRIMARY KEY (organization_id, id)
    UNIQUE (organization_id, number)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 200)))
CREATE INDEX snapshot_by_time on snapshot USING btree (organization_id, frozen_at DESC, id);
CREATE TRIGGER snapshot_is_not_emptied BEFORE TRUNCATE on snapshot FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_stays BEFORE DELETE OR UPDATE on snapshot FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- snapshot_pruning
    organization_id uuid not null
    snapshot_id uuid not null
    pruned_by text
    pruned_by_name text not null
    pruned_at timestamp with time zone not null
    PRIMARY KEY (organization_id, snapshot_id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, snapshot_id) REFERENCES snapshot(organization_id, id)
CREATE TRIGGER snapshot_pruning_is_not_emptied BEFORE TRUNCATE on snapshot_pruning FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_pruning_stays BEFORE DELETE OR UPDATE on snapshot_pruning FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- source
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    name text not null
    bytes bigint not null
    sha256 text not null
    media_kind text not null
    state text not null
    message text
    uploaded_by text
    uploaded_by_name text not null
    uploaded_at timestamp with time zone not null
    changed_at timestamp with time zone not null
    version integer not null default 1
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(name) >= 1) AND (length(name) <= 255)))
    CHECK ((state = ANY (ARRAY['uploaded'::text, 'waiting'::text, 'needs answer'::text, 'read'::text, 'refused'::text, 'removing'::text, 'removed'::text])))
CREATE INDEX source_by_time on source USING btree (organization_id, uploaded_at DESC, id);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

-- statement
    organization_id uuid not null
    baseline_id uuid not null
    requirement text not null
    version integer not null
    said jsonb not null
    written_by text
    written_by_name text not null
    written_at timestamp with time zone not null
    PRIMARY KEY (organization_id, baseline_id, requirement, version)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, baseline_id) REFERENCES baseline(organization_id, id)
    CHECK ((version > 0))
CREATE TRIGGER statement_counts_added AFTER INSERT on statement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER statement_counts_changed AFTER UPDATE on statement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER statement_counts_removed AFTER DELETE on statement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER statement_is_not_emptied BEFORE TRUNCATE on statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER statement_stays BEFORE DELETE OR UPDATE on statement FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- survey
    organization_id uuid not null
    id uuid not null default gen_random_uuid()
    instrument text not null
    title text not null
    heard text not null
    state text not null default 'open'::text
    sent_by text
    sent_by_name text not null
    sent_at timestamp with time zone not null
    closes_on date not null
    closed_at timestamp with time zone
    reminded_at timestamp with time zone
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    CHECK (((length(heard) >= 1) AND (length(heard) <= 300)))
    CHECK (((length(title) >= 1) AND (length(title) <= 200)))
    CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
CREATE INDEX survey_by_time on survey USING btree (organization_id, sent_at DESC, id);
CREATE TRIGGER survey_counts_added AFTER INSERT on survey REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER survey_counts_changed AFTER UPDATE on survey REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
CREATE TRIGGER survey_counts_removed AFTER DELETE on survey REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_assessment_change();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- survey_box
    organization_id uuid not null
    survey_id uuid not null
    name text not null
    invited integer not null
    answered integer not null default 0
    answers jsonb not null default '[]'::jsonb
    PRIMARY KEY (organization_id, survey_id, name)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, survey_id) REFERENCES survey(organization_id, id)
    CHECK ((invited > 0))
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select, update to clausewise_app;

-- survey_invitee
    organization_id uuid not null
    survey_id uuid not null
    email text not null
    PRIMARY KEY (organization_id, survey_id, email)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, survey_id) REFERENCES survey(organization_id, id)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select to clausewise_app;

-- survey_token
    organization_id uuid not null
    survey_id uuid not null
    token_sha256 text not null
    group_name text not null
    PRIMARY KEY (organization_id, token_sha256)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
    FOREIGN KEY (organization_id, survey_id, group_name) REFERENCES survey_box(organization_id, survey_id, name)
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select to clausewise_app;

-- ticket_import
    organization_id uuid not null
    id uuid not null
    read_at timestamp with time zone not null
    read_by_name text not null
    file_count integer not null
    ticket_count bigint not null
    problem_count integer not null
    mapping_hash text not null
    mapping text not null
    timezone text
    data_from text not null
    data_until text not null
    document jsonb not null
    PRIMARY KEY (organization_id, id)
    FOREIGN KEY (organization_id) REFERENCES organization(id)
CREATE INDEX ticket_import_by_time on ticket_import USING btree (organization_id, read_at DESC, id);
CREATE TRIGGER ticket_import_stays BEFORE DELETE OR UPDATE on ticket_import FOR EACH ROW EXECUTE FUNCTION refuse_new_result();
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant insert, select to clausewise_app;

-- two_factor
    id text not null default (gen_random_uuid())::text
    person_id text not null
    secret text not null
    backup_codes text not null
    is_verified boolean default true
    failed_verification_count integer default 0
    locked_until timestamp with time zone
    PRIMARY KEY (id)
    FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
CREATE INDEX two_factor_by_person on two_factor USING btree (person_id);
CREATE INDEX two_factor_by_secret on two_factor USING btree (secret);
CREATE TRIGGER recovery_codes_changed AFTER UPDATE OF backup_codes on two_factor FOR EACH ROW WHEN ((old.backup_codes <> new.backup_codes)) EXECUTE FUNCTION note_account_change('use or renew recovery codes');

-- verification
    id text not null default (gen_random_uuid())::text
    identifier text not null
    value text not null
    expires_at timestamp with time zone not null
    created_at timestamp with time zone not null default now()
    updated_at timestamp with time zone not null default now()
    PRIMARY KEY (id)
CREATE INDEX verification_by_identifier on verification USING btree (identifier);

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
    FOREIGN KEY (organization_id, webhook_id) REFERENCES webhook(organization_id, id) ON DELETE CASCADE
    CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given up'::text])))
CREATE INDEX webhook_delivery_due on webhook_delivery USING btree (next_at) WHERE (state = 'waiting'::text);
forced row-level security;
policy own_organization for all to public using (organization_id = current_organization()) with check (organization_id = current_organization());
policy owner_sees_all for all to owner using true with check true;
grant delete, insert, select, update to clausewise_app;

CREATE OR REPLACE FUNCTION public.count_assessment_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into assessment_revision (organization_id, number)
    select distinct organization_id, 1 from changed
    on conflict (organization_id) do update set number = assessment_revision.number + 1;
    return null;
end
$function$;

CREATE OR REPLACE PROCEDURE public.count_changes(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('create trigger %I after insert on %I referencing new table as changed for each statement execute function count_assessment_change()', name || '_counts_added', name);
    execute format('create trigger %I after update on %I referencing new table as changed for each statement execute function count_assessment_change()', name || '_counts_changed', name);
    execute format('create trigger %I after delete on %I referencing old table as changed for each statement execute function count_assessment_change()', name || '_counts_removed', name);
end
$procedure$;

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

CREATE OR REPLACE FUNCTION public.keep_decided_action()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    is_signed boolean;
begin
    select signed_at is not null into is_signed from management_review
    where organization_id = old.organization_id and id = old.review_id;
    if is_signed and tg_op = 'DELETE' then
        raise exception 'What a signed review decided stays.';
    end if;
    if is_signed and (new.review_id, new.kind, new.says, new.owner, new.due_on)
        is distinct from (old.review_id, old.kind, old.says, old.owner, old.due_on) then
        raise exception 'What a signed review decided stays.';
    end if;
    return coalesce(new, old);
end
$function$;

CREATE OR REPLACE FUNCTION public.keep_signed_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if old.signed_at is not null then
        raise exception 'A signed management review stays as it was signed.';
    end if;
    return coalesce(new, old);
end
$function$;

CREATE OR REPLACE PROCEDURE public.keep_unchanged(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_rewriting()', name || '_stays', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_rewriting()', name || '_is_not_emptied', name);
end
$procedure$;

CREATE OR REPLACE FUNCTION public.mark_changed(asked_by text, under text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    update kept_answer set state = 'changed' where asker = asked_by and key = under and state = 'running'
$function$;

CREATE OR REPLACE FUNCTION public.note_account_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    person text := case tg_op when 'DELETE' then old.person_id else new.person_id end;
begin
    insert into account_change (person_id, what) values (person, tg_argv[0]);
    return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_second_step()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into account_change (person_id, what)
    values (new.id, case when new.is_two_factor_enabled then 'turn on second step' else 'turn off second step' end);
    return null;
end
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

CREATE OR REPLACE FUNCTION public.refuse_after_signature()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (
        select from audit_signature
        where audit_signature.organization_id = old.organization_id and audit_signature.audit_id = old.audit_id
    ) then
        raise exception 'The report of this audit is signed: what it says stays.' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'The audit trail is only ever added to.' using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_new_result()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'Results are never changed: collect again.' using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_new_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'A frozen text is never changed.' using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'The rows of % stay as they were written.', tg_table_name using errcode = 'insufficient_privilege';
end
$function$;
