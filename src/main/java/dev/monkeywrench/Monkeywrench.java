package dev.monkeywrench;

import dev.monkeywrench.cli.Commands;
import dev.monkeywrench.cli.Tie;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or runs the command that was named. */
@SpringBootApplication
public class Monkeywrench {

    public static void main(String[] arguments) {
        if (!Commands.serves(List.of(arguments))) {
            System.exit(Commands.run(arguments, System.out, System.err, System.getenv()));
        }
        Tie.toStandardInput(System.getenv());
        SpringApplication.run(Monkeywrench.class, Commands.settings(arguments));
    }
}
