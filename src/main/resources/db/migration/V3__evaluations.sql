-- Evaluations: many runs over a suite. Plan, budgets, counts and costs are JSON; the counts are kept up with every change,
-- so that no step has to add up the members.
CREATE TABLE evaluations (
    id               VARCHAR(40) NOT NULL,
    name             VARCHAR(200) NOT NULL,
    kind             VARCHAR(20) NOT NULL,
    suite            VARCHAR(400) NOT NULL,
    digest           VARCHAR(64) NOT NULL,
    idempotency_key  VARCHAR(200),
    body_digest      VARCHAR(64),
    state            VARCHAR(20) NOT NULL,
    cancel_requested BOOLEAN NOT NULL,
    exhausted        BOOLEAN NOT NULL,
    end_reason       VARCHAR(40),
    parallel         INT NOT NULL,
    seed             BIGINT NOT NULL,
    stop_after       INT NOT NULL,
    created_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at       TIMESTAMP(6) WITH TIME ZONE,
    ended_at         TIMESTAMP(6) WITH TIME ZONE,
    budget           VARCHAR(200) NOT NULL,
    counts           VARCHAR(1000) NOT NULL,
    cost             VARCHAR(1000) NOT NULL,
    charged          VARCHAR(200) NOT NULL,
    last_event       BIGINT NOT NULL,
    plan             TEXT NOT NULL,
    problems         TEXT NOT NULL,
    estimate         TEXT,
    PRIMARY KEY (id),
    UNIQUE (idempotency_key)
);
CREATE INDEX evaluations_by_state ON evaluations (state, id);
CREATE INDEX evaluations_by_digest ON evaluations (digest, id);

-- One instance of an evaluation. run_id is the latest attempt's; what landed is of the latest attempt that ended.
CREATE TABLE evaluation_members (
    evaluation_id VARCHAR(40) NOT NULL,
    ordinal       INT NOT NULL,
    instance_id   VARCHAR(200) NOT NULL,
    state         VARCHAR(20) NOT NULL,
    attempts      INT NOT NULL,
    run_id        VARCHAR(40),
    cap           VARCHAR(200),
    outcome       VARCHAR(20),
    retryable     BOOLEAN NOT NULL,
    landed        TEXT,
    content       TEXT NOT NULL,
    PRIMARY KEY (evaluation_id, ordinal),
    FOREIGN KEY (evaluation_id) REFERENCES evaluations (id) ON DELETE CASCADE
);
CREATE INDEX evaluation_members_by_state ON evaluation_members (evaluation_id, state, ordinal);
CREATE INDEX evaluation_members_by_outcome ON evaluation_members (evaluation_id, outcome, ordinal);
CREATE INDEX evaluation_members_by_instance ON evaluation_members (instance_id, evaluation_id);
CREATE INDEX evaluation_members_by_run ON evaluation_members (run_id);

CREATE TABLE evaluation_events (
    evaluation_id VARCHAR(40) NOT NULL,
    sequence      BIGINT NOT NULL,
    type          VARCHAR(20) NOT NULL,
    data          VARCHAR(4000) NOT NULL,
    PRIMARY KEY (evaluation_id, sequence),
    FOREIGN KEY (evaluation_id) REFERENCES evaluations (id) ON DELETE CASCADE
);
