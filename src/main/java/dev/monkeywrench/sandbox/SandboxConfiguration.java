package dev.monkeywrench.sandbox;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.sandbox.ahead.Ahead;
import dev.monkeywrench.sandbox.ahead.AheadTerms;
import dev.monkeywrench.sandbox.ahead.Spare;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import dev.monkeywrench.sandbox.reuse.Reuse;
import dev.monkeywrench.sandbox.reuse.ReuseTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration AHEAD_IDLE = Duration.ofSeconds(30);

    @Bean
    ChosenEngine chosenSandboxEngine(
            SandboxSettings settings,
            DiskBudget disk,
            @Value("${monkeywrench.home:${MONKEYWRENCH_HOME:${user.home}/.cache/monkeywrench}}") Path home)
            throws InterruptedException {
        DockerTerms docker =
                new DockerTerms(settings.dockerHost(), home.resolve("sandboxes"), ANSWER, settings.pull(), disk);
        ChosenEngine chosen = ChosenEngine.choose(
                settings.engine(),
                () -> DockerEngine.open(docker, settings.dockerPatience(), InstantSource.system()),
                () -> BubblewrapEngine.open(BubblewrapTerms.usual(home, disk)));
        if (chosen.choice().usable()) {
            log.info(
                    "Sandbox: {}, because {}",
                    chosen.choice().kind(),
                    chosen.choice().reason());
        } else {
            log.error("Sandbox: none. {}", chosen.choice().reason());
        }
        return chosen;
    }

    /** Its own bean, so that the engine is closed with the service. */
    @Bean(destroyMethod = "close")
    SandboxEngine sandboxEngine(ChosenEngine chosen, SandboxSettings settings, Room room) {
        InstantSource clock = InstantSource.system();
        Spare spare = new IdleMachine(Room::measured, Room::load, clock);
        SandboxEngine engine =
                Ahead.of(chosen.engine(), new AheadTerms(settings.waiting(room), AHEAD_IDLE), spare, clock);
        if (settings.keptUses() == 0) {
            return engine;
        }
        ReuseTerms terms = new ReuseTerms(2 * settings.gate(room), settings.keptIdle(), settings.keptUses());
        return Reuse.of(engine, terms, clock);
    }

    /** What everybody asks: the engine behind a gate. In a rehearsal another one is asked. */
    @Bean
    @ConditionalOnBooleanProperty(name = "monkeywrench.rehearsal.enabled", havingValue = false, matchIfMissing = true)
    @Primary
    Sandboxes sandboxes(SandboxEngine engine, SandboxSettings settings, Room room) {
        return new GatedSandboxes(engine, settings.gate(room));
    }

    @Bean
    Room sandboxRoom(SandboxSettings settings) {
        Room room = Room.measured();
        int gate = settings.gate(room);
        long memory = settings.memory().toBytes();
        log.info(
                "Sandboxes at a time: {} of {} MB each; the machine has {} cores and {} MB of memory to spare",
                gate,
                memory >> 20,
                room.cores(),
                room.memoryBytes() >> 20);
        if (!room.fits(gate, memory)) {
            log.warn(
                    "{} sandboxes of {} MB may use more memory than there is: lower monkeywrench.sandbox.parallel or"
                            + " .memory",
                    gate,
                    memory >> 20);
        }
        return room;
    }

    @Bean
    SandboxPlaces sandboxPlaces(SandboxSettings settings, Room room) {
        return new SandboxPlaces(settings.gate(room));
    }

    @Bean
    EngineChoice sandboxEngineChoice(ChosenEngine chosen) {
        return chosen.choice();
    }

    @Bean
    Limits sandboxLimits(SandboxSettings settings) {
        return settings.limits();
    }
}
