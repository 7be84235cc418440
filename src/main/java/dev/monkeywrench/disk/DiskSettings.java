package dev.monkeywrench.disk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the disk.
 *
 * @param disk most that mirrors, pulled images and templates take together
 * @param diskFloor what stays free on the file system of the home directory
 */
@ConfigurationProperties("monkeywrench")
record DiskSettings(
        @DefaultValue("20GB") DataSize disk,
        @DefaultValue("1GB") DataSize diskFloor) {

    DiskTerms terms() {
        return new DiskTerms(disk.toBytes(), diskFloor.toBytes());
    }
}
