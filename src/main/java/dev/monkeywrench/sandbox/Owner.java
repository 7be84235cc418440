package dev.monkeywrench.sandbox;

/**
 * For whom a sandbox is opened: written on it, so that it can be charged, found and swept.
 *
 * @param run the run's id, or the name of the command that asked
 * @param label what for, in the ledger's words, as in {@code verify-3f2a…}
 */
public record Owner(String run, String label) {}
