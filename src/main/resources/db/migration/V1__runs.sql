-- Plain SQL types only: the same migrations build the embedded H2 database and PostgreSQL.

-- The queue, as db-scheduler expects it. A task's data is not used: its instance is the id of a run.
CREATE TABLE scheduled_tasks (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            VARCHAR(200),
    last_success         TIMESTAMP(6) WITH TIME ZONE,
    last_failure         TIMESTAMP(6) WITH TIME ZONE,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMP(6) WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_alive ON scheduled_tasks (last_heartbeat);

-- Counts, problem, baseline, ranking and plan are JSON. The epoch counts the lives of a run; a write of an earlier life is refused.
CREATE TABLE runs (
    id               VARCHAR(40) NOT NULL,
    instance_id      VARCHAR(200) NOT NULL,
    state            VARCHAR(20) NOT NULL,
    cancel_requested BOOLEAN NOT NULL,
    epoch            BIGINT NOT NULL,
    seed             BIGINT NOT NULL,
    created_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at       TIMESTAMP(6) WITH TIME ZONE,
    ended_at         TIMESTAMP(6) WITH TIME ZONE,
    stop_reason      VARCHAR(40),
    sandbox          VARCHAR(20),
    counts           VARCHAR(1000) NOT NULL,
    last_event       BIGINT NOT NULL,
    last_sample      INT,
    source           TEXT NOT NULL,
    instance         TEXT NOT NULL,
    plan             TEXT NOT NULL,
    prepared         TEXT,
    ranking          TEXT,
    problem          TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX runs_by_state ON runs (state, id);
CREATE INDEX runs_by_instance ON runs (instance_id, id);

CREATE TABLE draws (
    run_id       VARCHAR(40) NOT NULL,
    sample_index INT NOT NULL,
    kind         VARCHAR(20) NOT NULL,
    digest       VARCHAR(64),
    outcome      TEXT NOT NULL,
    PRIMARY KEY (run_id, sample_index),
    FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);
CREATE INDEX draws_by_digest ON draws (run_id, digest, sample_index);

CREATE TABLE verifications (
    run_id       VARCHAR(40) NOT NULL,
    digest       VARCHAR(64) NOT NULL,
    verdict      VARCHAR(20) NOT NULL,
    verification TEXT NOT NULL,
    PRIMARY KEY (run_id, digest),
    FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

-- A charge belongs to one step; the key keeps a step from being charged twice.
CREATE TABLE entries (
    run_id   VARCHAR(40) NOT NULL,
    step     VARCHAR(100) NOT NULL,
    ordinal  INT NOT NULL,
    label    VARCHAR(100) NOT NULL,
    charge   VARCHAR(2000) NOT NULL,
    at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (run_id, step, ordinal),
    FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE events (
    run_id   VARCHAR(40) NOT NULL,
    sequence BIGINT NOT NULL,
    type     VARCHAR(20) NOT NULL,
    data     VARCHAR(4000) NOT NULL,
    PRIMARY KEY (run_id, sequence),
    FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE idempotency_keys (
    idempotency_key VARCHAR(200) NOT NULL,
    body_digest     VARCHAR(64) NOT NULL,
    run_id          VARCHAR(40) NOT NULL,
    created_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (idempotency_key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
