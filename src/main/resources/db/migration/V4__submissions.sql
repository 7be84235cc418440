-- Predictions that come one by one, as sb-cli sends them; each has a run of its own, or none where nothing can be judged.
CREATE TABLE submissions (
    owner       VARCHAR(64) NOT NULL,
    subset      VARCHAR(64) NOT NULL,
    split       VARCHAR(64) NOT NULL,
    name        VARCHAR(200) NOT NULL,
    instance_id VARCHAR(200) NOT NULL,
    model       TEXT NOT NULL,
    patch       TEXT NOT NULL,
    run_id      VARCHAR(40),
    fault       TEXT,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (owner, subset, split, name, instance_id)
);

-- Of keys and their codes only digests are kept.
CREATE TABLE submission_keys (
    digest      VARCHAR(64) NOT NULL,
    code_digest VARCHAR(64) NOT NULL,
    verified    BOOLEAN NOT NULL,
    wrong       INT NOT NULL,
    created_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (digest)
);
CREATE INDEX submission_keys_unverified ON submission_keys (verified, created_at);
