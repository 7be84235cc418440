package com.example.eventrail;

/** Who hears an event first. */
public enum Priority {
    FIRST,
    HIGH,
    NORMAL,
    LOW,
    LAST
}
