package dev.monkeywrench.workspace.git;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * Which remote repositories may be read, and as whom.
 *
 * @param allowedHosts empty: every public one; {@code *.example.com} stands for every host below that name
 * @param allowPrivateAddresses whether a host may lie inside our own network
 * @param credentials by host, {@code user:token} or a token alone; sent to that host only
 * @param trust who vouches for the hosts
 */
public record RemotePolicy(
        Set<String> allowedHosts,
        boolean allowPrivateAddresses,
        Map<String, String> credentials,
        SSLSocketFactory trust) {

    public RemotePolicy {
        allowedHosts = Set.copyOf(allowedHosts);
        credentials = Map.copyOf(credentials);
    }

    boolean allows(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowedHosts.isEmpty()
                || allowedHosts.stream()
                        .map(allowed -> allowed.toLowerCase(Locale.ROOT))
                        .anyMatch(allowed ->
                                allowed.startsWith("*.") ? name.endsWith(allowed.substring(1)) : name.equals(allowed));
    }

    Optional<String> credentialsFor(String host) {
        return credentials.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(host))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Without the credentials: a policy may be logged. */
    @Override
    public String toString() {
        return "RemotePolicy[allowedHosts=" + allowedHosts + ", allowPrivateAddresses=" + allowPrivateAddresses
                + ", credentials for " + credentials.keySet() + "]";
    }
}
