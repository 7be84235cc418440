package dev.monkeywrench.cli;

/**
 * A setting in force.
 *
 * @param origin where its value comes from
 */
record Setting(String name, String value, String origin) {}
