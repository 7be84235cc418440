package dev.monkeywrench.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditParserTest {

    private static final String BLOCK = "<<<<<<< SEARCH\nold\n=======\nnew\n>>>>>>> REPLACE\n";
    private static final Edit EDIT = block("src/a.py", "old\n", "new\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "### src/a.py\n%s",
                "src/a.py\n```python\n%s```\n",
                "```python\n### src/a.py\n%s```\n",
                "```\nsrc/a.py\n%s```",
                "```python src/a.py\n%s```",
                "**`src/a.py`**:\n\n```python\n%s```\n",
                "File: src/a.py\n%s",
                "// ./src/a.py\n%s",
                "# /testbed/src/a.py\n%s",
                "````markdown\n```python\n# src/a.py\n%s```\n````",
                "<think>\n### b.py\n%s</think>\nSo:\n### src/a.py\n%s",
                "<answer>### b.py\n%s</answer> No. <answer>### src/a.py\n%s</answer>",
                "I change this: a/b.\n\nsrc/a.py\n%s\nand explain `b.py` below.",
                "### src/a.py\n%sOnce more:\n### src/a.py\n%s",
            })
    void findsBlocksInAnyDress(String reply) {
        assertThat(found(reply.replace("%s", BLOCK))).containsExactly(EDIT);
        assertThat(found(reply.replace("%s", BLOCK).replace("\n", "\r\n"))).containsExactly(EDIT);
    }

    @Test
    void givesABlockWithoutPathTheFileOfTheOneBefore() {
        assertThat(found("### src/a.py\n" + BLOCK + "<<<<<<< SEARCH\nx\n=======\n>>>>>>> REPLACE\n"))
                .containsExactly(EDIT, block("src/a.py", "x\n", ""));
        assertThat(found("Here it is:\n" + BLOCK))
                .containsExactly(new Edit.SearchReplace(Optional.empty(), "old\n", "new\n"));
    }

    @Test
    void letsTheLastWordCount() {
        String draft = BLOCK.replace("new", "draft");
        assertThat(found("### src/a.py\n" + draft + "No, rather:\n### src/a.py\n" + BLOCK))
                .containsExactly(EDIT);
    }

    @Test
    void tellsUnderlinedTitlesFromTheDivider() {
        String reply = "### d.rst\n<<<<<<< SEARCH\nTitle\n=====\n=======\nTitel\n=====\n>>>>>>> REPLACE\n";
        assertThat(found(reply)).containsExactly(block("d.rst", "Title\n=====\n", "Titel\n=====\n"));
    }

    @Test
    void readsDeletions() {
        assertThat(found("### a.py\n<<<<<<< DELETE\n>>>>>>> DELETE\n"))
                .containsExactly(new Edit.Deletion(new RepositoryPath("a.py")));
    }

    @Test
    void readsDiffsWhereThereAreNoBlocks() {
        String diff = Patches.between(new RepositoryPath("src/a.py"), "old\n", "new\n")
                .unifiedDiff();
        assertThat(found("My fix:\n```diff\n" + diff + "```\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Edit.UnifiedDiff.class,
                        edit -> assertThat(Patches.of(edit.files()).unifiedDiff())
                                .isEqualTo(diff));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/a.py\n```python\nnew\n```",
                "```python src/a.py\nnew\n```",
                "```python:src/a.py\nnew\n```",
                "`src/a.py`:\n\n```\nnew\n```\nThat is all.",
                "src/a.py\n```\ndraft\n```\nsrc/a.py\n```\nnew\n```"
            })
    void readsWholeFilesInFences(String reply) {
        assertThat(found(reply)).containsExactly(new Edit.WholeFile(new RepositoryPath("src/a.py"), "new\n"));
    }

    @Test
    void keepsFencesInsideFences() {
        assertThat(found("a.md\n```markdown\n# A\n```sh\nls\n```\nend\n```\n"))
                .containsExactly(new Edit.WholeFile(new RepositoryPath("a.md"), "# A\n```sh\nls\n```\nend\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "I'm sorry, I can't help with that.",
                "```python\nprint(1)\n```",
                "<think>I wonder",
                "### a.py\n<<<<<<< SEARCH\nold\n=======\nnew\n",
                "### a.py\n<<<<<<< SEARCH\nold\n>>>>>>> REPLACE\n",
                "### a.py\n<<<<<<< SEARCH\nold\n=======\nnew\n<<<<<<< SEARCH\nold\n=======\nnew\n>>>>>>> REPLACE\n",
                "### a.py\n<<<<<<< SEARCH\n=======\n=======\n=======\n>>>>>>> REPLACE\n",
                "<<<<<<< DELETE\n",
                "a.py\n```python\nnever closed",
                "--- a/../x\n+++ b/../x\n@@ -1 +1 @@\n-a\n+b\n",
            })
    void saysWhyAReplyIsOfNoUse(String reply) {
        assertThat(EditParser.parse(reply))
                .isInstanceOfSatisfying(
                        ParsedEdits.Unusable.class,
                        unusable -> assertThat(unusable.reason()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< SEARCH\n",
                "<<<<<<< SEARCH\n=======\n>>>>>>> REPLACE\n",
                "### a.py\n<<<<<<< SEARCH\nx\n=======\n>>>>>>> REPLACE\n",
                "=======\n",
                "```\n",
                "```a\n",
                "<think>",
                "</think>",
                "a/b\n",
                " ",
                "(((("
            })
    void readsHugeRepliesInGoodTime(String unit) {
        assertThat(EditParser.parse(unit.repeat(EditParser.MOST_CHARACTERS / unit.length())))
                .isNotNull();
        assertThat(EditParser.parse("<<<<<<< SEARCH\n" + unit.repeat(100_000))).isNotNull();
    }

    private static List<Edit> found(String reply) {
        return switch (EditParser.parse(reply)) {
            case ParsedEdits.Found found -> found.edits();
            case ParsedEdits.Unusable unusable -> throw new AssertionError(unusable.reason());
        };
    }

    private static Edit block(String path, String search, String replace) {
        return new Edit.SearchReplace(Optional.of(new RepositoryPath(path)), search, replace);
    }
}
