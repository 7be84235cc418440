package dev.monkeywrench.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the REST door.
 *
 * @param largestBody of a request for a run
 * @param largestEvaluation of a request for an evaluation, which carries all its rows
 * @param roomForBodies that are being worked on, together
 * @param mostStreams of events open at once
 */
@ConfigurationProperties("monkeywrench.rest")
record RestSettings(
        @DefaultValue("20MB") DataSize largestBody,
        @DefaultValue("64MB") DataSize largestEvaluation,
        @DefaultValue("64MB") DataSize roomForBodies,
        @DefaultValue("256") int mostStreams) {}
