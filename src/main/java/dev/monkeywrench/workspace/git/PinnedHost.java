package dev.monkeywrench.workspace.git;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * A host whose name was resolved once, whose addresses were all judged, and to the first of which alone connections are
 * made: a name that answers otherwise a moment later changes nothing.
 */
record PinnedHost(String name, InetAddress address) {

    static PinnedHost of(URI repository, RemotePolicy policy, HostNames names) throws Refusal, UnknownHostException {
        checkAllowed(repository, policy);
        String host = repository.getHost().toLowerCase(Locale.ROOT);
        List<InetAddress> addresses = addresses(host, names);
        for (InetAddress address : addresses) {
            if (!policy.allowPrivateAddresses() && !PublicAddresses.isPublic(address)) {
                throw new Refusal("The host " + host + " lies at " + address.getHostAddress()
                        + ", which is no public address; use a public host, or a path under a configured root");
            }
        }
        return new PinnedHost(host, addresses.getFirst());
    }

    /** What can be judged without asking for its address. */
    static void checkAllowed(URI repository, RemotePolicy policy) throws Refusal {
        if (repository.getRawQuery() != null || repository.getRawFragment() != null) {
            throw new Refusal("A repository address ends with its path; leave out what begins at '?' or '#'");
        }
        String host = repository.getHost().toLowerCase(Locale.ROOT);
        if (!policy.allows(host)) {
            throw new Refusal("The host " + host + " is not among the allowed ones, " + policy.allowedHosts()
                    + "; add it to monkeywrench.workspace.allowed-hosts");
        }
    }

    private static List<InetAddress> addresses(String host, HostNames names) throws UnknownHostException {
        try {
            // The notations C libraries know, as in 0x7f000001 and 0177.1, which Java's resolver would ask DNS for.
            return List.of(Inet4Address.ofPosixLiteral(host));
        } catch (IllegalArgumentException e) {
            List<InetAddress> addresses = names.addresses(host);
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return addresses;
        }
    }

    boolean isNamed(String host) {
        return name.equalsIgnoreCase(host);
    }
}
