package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at suites before money is spent on them. */
@Command(name = "suite", description = "Looks at suites before they are run; see './mw suite check --help'.")
final class SuiteCommand {

    /** {@code ./mw suite check}. */
    @Command(
            name = "check",
            description =
                    "Runs the tests of each instance without a patch and with its gold patch, and tells whether it"
                            + " can be judged, which tests are flaky, and what time and disk an evaluation will take.")
    static final class Check implements Callable<Integer> {

        @Parameters(
                index = "0",
                paramLabel = "SUITE",
                description = "A file of rows, a folder of tasks or instances, or 'starter'.")
        private String suite = "";

        @Mixin
        private FilterOptions filter = new FilterOptions();

        @Option(names = "-j", description = "Instances at a time (1); times are those of so many at once.")
        private int parallel = 1;

        @Option(names = "--samples", description = "Candidates of each instance that the estimate is for (200).")
        private int samples = 200;

        @Option(names = "--fresh-verdicts", description = "Run the tests even where an earlier run ran them.")
        private boolean fresh;

        @Option(names = "--json", description = "Print one line of JSON at launch and one at the end.")
        private boolean json;

        @Option(names = "--server", paramLabel = "URL", description = "Use this service instead of starting one.")
        private Optional<URI> server = Optional.empty();

        private final Session session;

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (parallel < 1 || samples < 1) {
                throw new UsageFault("-j and --samples begin at 1");
            }
            Suite chosen = SuiteOptions.chosen(session, suite, filter.filter());
            HomeGrowth growth =
                    session.named(server).isPresent() ? HomeGrowth.unknown() : HomeGrowth.of(session.home());
            try (Service service = session.knowing(server);
                    ServiceClient client = new ServiceClient(service.address());
                    RunWatch watch = new RunWatch(client)) {
                SuiteCheckReport report =
                        new SuiteCheckReport(session.terminal(), json, chosen, new CheckBasis(samples, parallel));
                report.launch(service.address());
                InstanceCheck check = new InstanceCheck(client, watch, fresh);
                Fleet.run(chosen.rows(), parallel, row -> report.add(check.of(row), growth.bytes()));
                report.total(growth.bytes());
                return report.sound() && chosen.problems().isEmpty() ? Exit.FINE : Exit.ERROR;
            }
        }
    }
}
