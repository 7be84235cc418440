package dev.monkeywrench.workspace.git;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names of hosts become addresses. */
@FunctionalInterface
interface HostNames {

    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As the operating system resolves them. */
    static HostNames system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
