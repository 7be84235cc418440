package dev.monkeywrench.instance;

import java.net.URI;
import java.nio.file.Path;

/** Where the code of an instance lies. Whether it may be read is decided by the workspace module's policy. */
public sealed interface RepositoryRef {

    /** A repository behind an {@code https://} address without credentials. */
    record Remote(URI address) implements RepositoryRef {

        public Remote {
            if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
                throw new IllegalArgumentException("A repository address begins with https:// and names a host");
            }
            if (address.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "A repository address holds no user or token; configure credentials for its host instead");
            }
        }
    }

    /** A repository in a folder of this machine, absolute and normalised. */
    record Local(Path path) implements RepositoryRef {

        public Local {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("A local repository is named by its absolute path");
            }
            path = path.normalize();
        }
    }

    /** The repository lies in the instance's image, at {@code /testbed}. */
    record InImage() implements RepositoryRef {}
}
