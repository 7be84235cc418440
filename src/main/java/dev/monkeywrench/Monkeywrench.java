package dev.monkeywrench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Monkeywrench {

    public static void main(String[] arguments) {
        SpringApplication.run(Monkeywrench.class, arguments);
    }
}
