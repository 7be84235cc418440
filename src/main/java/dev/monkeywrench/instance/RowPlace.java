package dev.monkeywrench.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where the code of a row lies and what its sandbox is made from. */
record RowPlace(RepositoryRef repository, Environment environment) {

    static final String FOLDER = "image_folder";

    private static final int MOST_ADDRESS_CHARACTERS = 4_096;
    private static final String REPOSITORY_REMEDY =
            "Send an https:// address without user or token, or a path under a configured root";
    private static final String ENVIRONMENT_REMEDY = "Send {\"recipe\": \"python\"} or {\"image\": \"name:tag\"}";

    /** Of a row that says itself where its repository lies. */
    static Optional<RowPlace> ofPlainForm(RowFields fields) {
        Optional<Environment> environment = environment(fields);
        Optional<RepositoryRef> repository = fields.requiredText(
                        "repository", MOST_ADDRESS_CHARACTERS, REPOSITORY_REMEDY)
                .flatMap(text -> repository(fields, text));
        return repository.map(ref -> new RowPlace(ref, environment.orElse(new Environment.Unstated())));
    }

    /**
     * Of a SWE-bench row: its image holds the repository, unless the row names another place for it, or a recipe that
     * brings none.
     */
    static Optional<RowPlace> ofBenchmarkRow(RowFields fields) {
        Optional<Environment> stated = environment(fields).or(() -> image(fields));
        if (fields.node("repository").isPresent()) {
            return fields.requiredText("repository", MOST_ADDRESS_CHARACTERS, REPOSITORY_REMEDY)
                    .flatMap(text -> repository(fields, text))
                    .map(ref -> new RowPlace(ref, stated.orElse(new Environment.Unstated())));
        }
        if (stated.isPresent() && stated.get() instanceof Environment.Recipe) {
            return fromRepositoryName(fields).map(ref -> new RowPlace(ref, stated.get()));
        }
        return stated.or(() -> officialImage(fields))
                .flatMap(image -> withFolder(fields, image))
                .map(image -> new RowPlace(new RepositoryRef.InImage(), image));
    }

    private static Optional<RepositoryRef> fromRepositoryName(RowFields fields) {
        String remedy = "Send 'repo' as owner/name, or 'repository' as an https:// address";
        return fields.requiredText("repo", 200, remedy).flatMap(name -> {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}")) {
                fields.refuse("repo", "is not of the form owner/name", remedy);
                return Optional.empty();
            }
            return Optional.of(new RepositoryRef.Remote(URI.create("https://github.com/" + name)));
        });
    }

    private static Optional<RepositoryRef> repository(RowFields fields, String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("https://")) {
            return remote(fields, text);
        }
        if (text.contains("::") || text.contains("://") || text.startsWith("-")) {
            fields.refuse("repository", "is neither an https:// address nor a path", REPOSITORY_REMEDY);
            return Optional.empty();
        }
        return local(fields, text);
    }

    private static Optional<RepositoryRef> remote(RowFields fields, String text) {
        try {
            URI address = new URI(text);
            return fields.checked("repository", REPOSITORY_REMEDY, () -> new RepositoryRef.Remote(address));
        } catch (URISyntaxException e) {
            fields.refuse("repository", "is not an address: " + e.getReason(), REPOSITORY_REMEDY);
            return Optional.empty();
        }
    }

    private static Optional<RepositoryRef> local(RowFields fields, String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return Optional.of(new RepositoryRef.Local(path));
            }
            Optional<Path> root = fields.policy().repositoryRoot();
            if (root.isEmpty()) {
                fields.refuse("repository", "is a relative path, and no root is configured for one", REPOSITORY_REMEDY);
            }
            return root.map(folder -> new RepositoryRef.Local(folder.resolve(path)));
        } catch (InvalidPathException e) {
            fields.refuse("repository", "is not a path: " + e.getReason(), REPOSITORY_REMEDY);
            return Optional.empty();
        }
    }

    private static Optional<Environment> image(RowFields fields) {
        return fields.text("image", 255)
                .filter(text -> !text.isBlank())
                .flatMap(image -> image(fields, "image", image));
    }

    private static Optional<Environment> image(RowFields fields, String field, String reference) {
        return fields.checked(
                field, "Name an image the Docker engine has or can pull", () -> new Environment.Image(reference));
    }

    /** Where an image holds the repository, if the row says so. */
    private static Optional<Environment> withFolder(RowFields fields, Environment environment) {
        Optional<String> folder = fields.text(FOLDER, 255);
        return environment instanceof Environment.Image image && folder.isPresent()
                ? fields.checked(
                        FOLDER,
                        "Name the folder in which the image holds the repository",
                        () -> new Environment.Image(image.reference(), folder.get()))
                : Optional.of(environment);
    }

    private static Optional<Environment> officialImage(RowFields fields) {
        return RowParts.idIfLegal(fields)
                .map(id -> "docker.io/swebench/sweb.eval.x86_64."
                        + id.value().toLowerCase(Locale.ROOT).replace("__", "_1776_") + ":latest")
                .flatMap(reference -> image(fields, "instance_id", reference));
    }

    private static Optional<Environment> environment(RowFields fields) {
        Optional<JsonNode> stated = fields.node("environment");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = Set.copyOf(stated.get().propertyNames());
        boolean one = stated.get().isObject() && names.size() == 1;
        String name = one ? List.copyOf(names).getFirst() : "";
        JsonNode value = stated.get().path(name);
        if (!one || !value.isString() || !Set.of("recipe", "image").contains(name)) {
            fields.refuse("environment", "names neither one recipe nor one image", ENVIRONMENT_REMEDY);
            return Optional.empty();
        }
        String text = value.stringValue();
        return name.equals("image")
                ? image(fields, "environment.image", text)
                : fields.checked("environment.recipe", ENVIRONMENT_REMEDY, () -> new Environment.Recipe(text));
    }
}
