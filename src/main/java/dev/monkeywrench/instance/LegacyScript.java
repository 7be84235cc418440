package dev.monkeywrench.instance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Writes the {@code eval_script} a legacy row lacks: it restores the test files from the base commit, applies the test
 * patch, and runs the test command on the test files between the harness's markers. The exit code is printed after the
 * end marker, out of reach of the log parser.
 */
final class LegacyScript {

    private static final List<String> NO_TESTS =
            List.of(".json", ".png", "csv", ".txt", ".md", ".jpg", ".jpeg", ".pkl", ".yml", ".yaml", ".toml");

    private LegacyScript() {}

    static String of(CommitId base, TestPatch patch, LegacyCommand command) {
        List<String> lines = new ArrayList<>(List.of("#!/bin/bash", "set -uo pipefail", "exec 2>&1", "cd /testbed"));
        lines.addAll(environment(command));
        lines.addAll(restore(base, patch));
        lines.addAll(apply(patch.unifiedDiff()));
        lines.add("echo '>>>>> Start Test Output'");
        lines.add(Stream.concat(Stream.of(command.command()), names(patch, command).stream())
                .collect(Collectors.joining(" ")));
        lines.add("MONKEYWRENCH_TEST_EXIT_CODE=$?");
        lines.add("echo '>>>>> End Test Output'");
        lines.add("echo \">>>>> Test Exit Code: $MONKEYWRENCH_TEST_EXIT_CODE\"");
        lines.addAll(restore(base, patch));
        return String.join("\n", lines) + "\n";
    }

    /** Official images keep the interpreter in a conda environment; ours have it on the path. */
    private static List<String> environment(LegacyCommand command) {
        List<String> lines = new ArrayList<>();
        lines.add("git config --global --add safe.directory /testbed");
        lines.add("if [ -d /opt/miniconda3 ]; then");
        lines.add("  set +u");
        lines.add("  source /opt/miniconda3/bin/activate");
        lines.add("  conda activate testbed");
        lines.add("  set -u");
        lines.add("  " + command.install());
        lines.add("fi");
        command.exports().forEach(export -> lines.add("export " + export));
        return lines;
    }

    private static List<String> restore(CommitId base, TestPatch patch) {
        List<String> lines = new ArrayList<>();
        if (!patch.restored().isEmpty()) {
            lines.add("git checkout " + base.value() + " -- " + quoted(patch.restored()));
        }
        if (!patch.added().isEmpty()) {
            lines.add("rm -f -- " + quoted(patch.added()));
        }
        return lines;
    }

    /** The end of the here-document is named after the patch, so that no patch can hold it by chance. */
    private static List<String> apply(String unifiedDiff) {
        CRC32 sum = new CRC32();
        sum.update(unifiedDiff.getBytes(StandardCharsets.UTF_8));
        String end = "END_OF_TEST_PATCH_" + sum.getValue();
        while (unifiedDiff.contains(end)) {
            end += "_";
        }
        String text = unifiedDiff.endsWith("\n") ? unifiedDiff : unifiedDiff + "\n";
        return List.of("git apply -v - <<'" + end + "'", text + end);
    }

    private static List<String> names(TestPatch patch, LegacyCommand command) {
        if (command.naming() == LegacyCommand.Naming.NONE) {
            return List.of();
        }
        return patch.present().stream()
                .map(RepositoryPath::value)
                .filter(path -> NO_TESTS.stream().noneMatch(path::endsWith))
                .map(path -> switch (command.naming()) {
                    case PATHS, NONE -> path;
                    case DJANGO_MODULES -> djangoModule(path);
                })
                .map(LegacyScript::quoted)
                .toList();
    }

    private static String djangoModule(String path) {
        String module = path.endsWith(".py") ? path.substring(0, path.length() - ".py".length()) : path;
        return (module.startsWith("tests/") ? module.substring("tests/".length()) : module).replace('/', '.');
    }

    private static String quoted(List<RepositoryPath> paths) {
        return paths.stream().map(path -> quoted(path.value())).collect(Collectors.joining(" "));
    }

    /** One word to the shell, whatever it holds. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
