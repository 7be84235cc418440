package dev.monkeywrench.instance;

import java.util.regex.Pattern;

/** What the sandbox of an instance is made from. */
public sealed interface Environment {

    /**
     * An image that brings the repository.
     *
     * @param folder where it lies: {@code /testbed} in SWE-bench's images, {@code /home/NAME} in Multi-SWE-bench's. What has
     *     something at {@code /testbed} has it there
     */
    record Image(String reference, String folder) implements Environment {

        public static final String TESTBED = "/testbed";

        private static final Pattern FORM = Pattern.compile("[a-z0-9][A-Za-z0-9._/:@-]{0,254}");
        private static final Pattern FOLDER = Pattern.compile("(/[A-Za-z0-9_.+-]{1,100}){1,8}");

        public Image {
            if (!FOLDER.matcher(folder).matches() || folder.contains("/.")) {
                throw new IllegalArgumentException("The folder of an image's repository looks like /home/name");
            }
            if (!FORM.matcher(reference).matches()) {
                throw new IllegalArgumentException(
                        "An image reference looks like registry/name:tag, 255 characters at most");
            }
        }

        public Image(String reference) {
            this(reference, TESTBED);
        }
    }

    /** A recipe of this project's {@code sandbox/} folder, onto which the repository is laid at {@code /testbed}. */
    record Recipe(String name) implements Environment {

        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        public Recipe {
            if (!FORM.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A recipe is named in lower-case letters, digits and dashes, as in 'python'");
            }
        }
    }

    /** Not stated: the verifier picks the recipe by the languages it finds in the repository. */
    record Unstated() implements Environment {}
}
