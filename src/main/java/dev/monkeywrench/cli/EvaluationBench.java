package dev.monkeywrench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * The same evaluation twice, through the real service over its own database: once undisturbed, for the pace, and once
 * killed again and again, for the accounts. Both must come to the same results.
 *
 * @param note tells how far it is
 */
record EvaluationBench(Path home, Consumer<String> note, int instances, int samples) {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    /** The part of an evaluation that is done in one of its lives. */
    private static final double SHARE = 0.085;

    private static final int DRAWS_AT_ONCE = 16;

    /**
     * What was measured.
     *
     * @param faults of the accounts of the evaluation that was killed; none where they are exact
     */
    record Figures(EvaluationPace pace, int kills, List<String> faults) {}

    Figures measure(int kills) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(Files.createDirectories(home.resolve("bench")), "evaluation-");
        try {
            note.accept("an evaluation that nothing disturbs");
            EvaluationAccounts expected;
            EvaluationPace pace;
            try (ChildService service = start(place.resolve("undisturbed"), List.of());
                    ServiceClient client = new ServiceClient(service.address())) {
                String id = new EvaluationRequestOfBench(instances, samples).submitTo(client);
                pace = EvaluationPace.of(client, id, service.pid(), (long) instances * samples);
                expected = EvaluationAccounts.read(client, id);
            }
            List<String> faults = new ArrayList<>(expected.faults(samples));
            faults.addAll(killed(place.resolve("killed"), kills, pace.perSecond(), expected));
            return new Figures(pace, kills, faults);
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private List<String> killed(Path database, int kills, double perSecond, EvaluationAccounts expected)
            throws IOException, InterruptedException {
        String id = "";
        for (int kill = 0; kill < kills; kill++) {
            List<String> settings = kill % 2 == 0 ? dyingAt(kill / 2) : List.of();
            note.accept("life " + (kill + 1) + " of the other: "
                    + (settings.isEmpty() ? "killed from outside" : settings.getFirst()));
            try (ChildService service = start(database, settings);
                    ServiceClient client = new ServiceClient(service.address())) {
                id = id.isEmpty() ? new EvaluationRequestOfBench(instances, samples).submitTo(client) : id;
                if (!settings.isEmpty() && !service.endsWithin(LONGEST_LIFE)) {
                    return List.of("the service did not come to the step at which it was to die: " + settings);
                }
                if (settings.isEmpty()) {
                    Thread.sleep(Duration.ofNanos((long) (1e9 * SHARE * instances * samples / perSecond)));
                    service.kill();
                }
            }
        }
        note.accept("its last life");
        try (ChildService service = start(database, List.of());
                ServiceClient client = new ServiceClient(service.address())) {
            String last = id.isEmpty() ? new EvaluationRequestOfBench(instances, samples).submitTo(client) : id;
            EvaluationPace.awaitEnd(client, last, (long) instances * samples);
            EvaluationAccounts accounts = EvaluationAccounts.read(client, last);
            List<String> faults = new ArrayList<>(accounts.faults(samples));
            faults.addAll(accounts.differences(expected));
            return faults;
        }
    }

    /** One of the steps a run goes through, reached so often that a part of the evaluation is done. */
    private List<String> dyingAt(int number) {
        double all = (double) instances * samples;
        record Death(String step, double times) {}
        List<Death> deaths = List.of(
                new Death("opened", instances),
                new Death("prepared", instances),
                new Death("drawn", Math.max(instances, all / DRAWS_AT_ONCE)),
                new Death("verifying", all * 0.9),
                new Death("verified", all * 0.9));
        Death death = deaths.get(number % deaths.size());
        return List.of(
                "--monkeywrench.rehearsal.die-at=" + death.step(),
                "--monkeywrench.rehearsal.die-after=" + Math.max(1, (long) (death.times() * SHARE)));
    }

    private ChildService start(Path database, List<String> more) throws InterruptedException {
        List<String> settings = new ArrayList<>(more);
        settings.add("--monkeywrench.rehearsal.enabled=true");
        settings.add("--db-scheduler.threads=" + EvaluationRequestOfBench.PARALLEL);
        // as the service keeps its own, so that what is committed outlives the process
        settings.add("--spring.datasource.url=jdbc:h2:async:" + database
                + ";MODE=PostgreSQL;WRITE_DELAY=0;CACHE_SIZE=65536;QUERY_CACHE_SIZE=100;" + "DB_CLOSE_ON_EXIT=FALSE");
        settings.add("--logging.level.root=warn");
        return ChildService.serving(home, settings);
    }
}
