-- What runs found, for later runs: verdicts and baselines by the digest of all they depend on. A run may go, what it found stays.
CREATE TABLE kept_verdicts (
    digest   VARCHAR(64) NOT NULL,
    run_id   VARCHAR(40) NOT NULL,
    found_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    disputed BOOLEAN NOT NULL,
    finding  TEXT NOT NULL,
    PRIMARY KEY (digest)
);
CREATE INDEX kept_verdicts_by_use ON kept_verdicts (used_at);
