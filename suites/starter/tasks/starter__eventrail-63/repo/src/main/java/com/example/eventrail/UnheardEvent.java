package com.example.eventrail;

/** Published for an event that nobody has heard. */
public record UnheardEvent(Object event) {}
