package dev.monkeywrench.evaluation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of evaluations.
 *
 * @param parallel instances at a time of an evaluation that does not say
 */
@ConfigurationProperties("monkeywrench.evaluation")
record EvaluationSettings(@DefaultValue("2") int parallel) {}
