package dev.monkeywrench.context.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.monkeywrench.context.Excerpt;
import dev.monkeywrench.context.FaultEvidence;
import dev.monkeywrench.context.LineCoverage;
import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.StackFrame;
import dev.monkeywrench.context.TokenBudget;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.context.Tokenizers;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LuceneRetrieverTest {

    private static final TokenBudget AMPLE = new TokenBudget(100_000);
    private static final Tokenizer TOKENIZER = Tokenizers.estimated();

    private final Retriever retriever = LuceneRetrievers.create(TOKENIZER, 4);

    /** A file of functions of 13 lines each, so that each is a passage of its own. */
    private static String functions(String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append("def ").append(name).append("(value):\n");
            text.append("    value = value + 1\n".repeat(11));
            text.append("    return value\n");
        }
        return text.toString();
    }

    private static final Workspace SHOP = new InMemoryWorkspace(Map.of(
            "shop/basket.py", functions("add_item", "remove_item", "total_price"),
            "shop/invoice.py", functions("print_invoice", "send_invoice", "void_invoice"),
            "shop/stock.py", functions("count_stock", "order_stock", "burn_stock"),
            "tests/check_stock.py", functions("count_stock", "order_stock")));

    private List<Excerpt> retrieve(Workspace workspace, String statement, FaultEvidence evidence, TokenBudget budget) {
        return retriever
                .retrieve(workspace, new ProblemStatement(statement), evidence, budget)
                .excerpts();
    }

    private List<Excerpt> retrieve(String statement) {
        return retrieve(SHOP, statement, FaultEvidence.none(), AMPLE);
    }

    private static RepositoryPath path(String value) {
        return new RepositoryPath(value);
    }

    private static FaultEvidence at(StackFrame... frames) {
        return new FaultEvidence("", List.of(frames), 1, 0, List.of());
    }

    @Test
    void putsTheFunctionThatTheStatementNamesFirst() {
        Excerpt first = retrieve("send_invoice sends nothing").getFirst();

        assertThat(first.path()).isEqualTo(path("shop/invoice.py"));
        assertThat(first.firstLine()).isEqualTo(14);
        assertThat(first.text()).startsWith("def send_invoice(value):\n").endsWith("    return value\n");
    }

    @Test
    void putsTheFileThatTheStatementNamesFirst() {
        assertThat(retrieve("Something is wrong in shop/stock.py").subList(0, 3))
                .extracting(Excerpt::path)
                .containsOnly(path("shop/stock.py"));
    }

    @Test
    void putsTheInnermostFrameFirstThenTheNext() {
        FaultEvidence evidence =
                at(new StackFrame(path("shop/basket.py"), 30, 0), new StackFrame(path("shop/invoice.py"), 2, 1));

        List<Excerpt> found = retrieve(SHOP, "It fails", evidence, AMPLE);

        assertThat(found.getFirst().text()).startsWith("def total_price");
        assertThat(found.get(1).text()).startsWith("def print_invoice");
    }

    @Test
    void putsTheLineThatOnlyFailingTestsExecuteFirst() {
        FaultEvidence evidence = new FaultEvidence(
                "",
                List.of(),
                1,
                9,
                List.of(
                        new LineCoverage(path("shop/basket.py"), 2, 1, 9),
                        new LineCoverage(path("shop/stock.py"), 30, 1, 0)));

        assertThat(retrieve(SHOP, "It fails", evidence, AMPLE).getFirst().text())
                .startsWith("def burn_stock");
    }

    @Test
    void showsTestsAfterTheCodeTheyTest() {
        List<Excerpt> found = retrieve("count_stock counts wrong");

        assertThat(found).extracting(Excerpt::path).contains(path("tests/check_stock.py"));
        assertThat(found.getFirst().path()).isEqualTo(path("shop/stock.py"));
    }

    @Test
    void staysWithinTheBudget() {
        TokenBudget budget = new TokenBudget(400);

        List<Excerpt> found = retrieve(SHOP, "count_stock and send_invoice fail", FaultEvidence.none(), budget);

        assertThat(found).isNotEmpty();
        assertThat(found.stream()
                        .mapToInt(excerpt -> TOKENIZER.count(excerpt.text()))
                        .sum())
                .isLessThanOrEqualTo(budget.tokens());
        assertThat(retrieve(SHOP, "count_stock", FaultEvidence.none(), new TokenBudget(0)))
                .isEmpty();
    }

    @Test
    void keepsWorkspacesApart() {
        Workspace other = new InMemoryWorkspace(Map.of("other.py", functions("count_stock")));

        retrieve("count_stock");

        assertThat(retrieve(other, "count_stock", FaultEvidence.none(), AMPLE))
                .extracting(Excerpt::path)
                .containsOnly(path("other.py"));
        assertThat(retrieve("count_stock")).extracting(Excerpt::path).doesNotContain(path("other.py"));
    }

    @Test
    void findsNothingInAnEmptyWorkspace() {
        assertThat(retrieve(new InMemoryWorkspace(Map.of()), "count_stock", FaultEvidence.none(), AMPLE))
                .isEmpty();
    }

    @Test
    void takesAStatementWithoutWords() {
        assertThat(retrieve("")).isEmpty();
        assertThat(retrieve("… !!! \ud83d")).isEmpty();
    }

    @Test
    void skipsWhatIsNoSource() {
        Workspace workspace = new InMemoryWorkspace(Map.of(
                "data.bin",
                "count_stock\0",
                "minified.js",
                "count_stock();".repeat(500),
                "stock.py",
                "count_stock = 1"));

        assertThat(retrieve(workspace, "count_stock", FaultEvidence.none(), AMPLE))
                .extracting(Excerpt::path)
                .containsExactly(path("stock.py"));
    }

    @Test
    void triesAgainAfterAWorkspaceThatCouldNotBeRead() {
        BreakingOnce workspace = new BreakingOnce(SHOP);

        assertThatIllegalStateException()
                .isThrownBy(() -> retrieve(workspace, "count_stock", FaultEvidence.none(), AMPLE));

        assertThat(retrieve(workspace, "count_stock", FaultEvidence.none(), AMPLE))
                .isNotEmpty();
    }

    /** Fails at the first listing. */
    private static final class BreakingOnce implements Workspace {

        private final Workspace sound;
        private boolean broken;

        private BreakingOnce(Workspace sound) {
            this.sound = sound;
        }

        @Override
        public List<SourceFile> files() {
            if (!broken) {
                broken = true;
                throw new IllegalStateException("The disk is gone");
            }
            return sound.files();
        }

        @Override
        public CommitId baseCommit() {
            return sound.baseCommit();
        }

        @Override
        public Optional<byte[]> read(RepositoryPath path) {
            return sound.read(path);
        }

        @Override
        public String digest() {
            return sound.digest();
        }

        @Override
        public void writeTar(OutputStream out) {
            throw new UnsupportedOperationException("No test here needs a tar");
        }

        @Override
        public void close() {}
    }
}
