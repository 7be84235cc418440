package dev.monkeywrench.workspace.git;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public internet from those of our own machine, network and cloud. */
final class PublicAddresses {

    /** Everything that IANA's registry of special IPv4 addresses does not call globally reachable. */
    private static final List<Range> PRIVATE_4 = List.of(
            range("0.0.0.0", 8),
            range("10.0.0.0", 8),
            range("100.64.0.0", 10),
            range("127.0.0.0", 8),
            range("169.254.0.0", 16),
            range("172.16.0.0", 12),
            range("192.0.0.0", 24),
            range("192.0.2.0", 24),
            range("192.88.99.0", 24),
            range("192.168.0.0", 16),
            range("198.18.0.0", 15),
            range("198.51.100.0", 24),
            range("203.0.113.0", 24),
            // A cloud's metadata service on an address that looks public.
            range("168.63.129.16", 32),
            range("224.0.0.0", 4),
            range("240.0.0.0", 4));

    /** Of IPv6 only the global unicast block is public, without the parts that tunnel IPv4 or are for examples. */
    private static final Range GLOBAL_6 = range("2000::", 3);

    private static final List<Range> PRIVATE_6 =
            List.of(range("2001::", 23), range("2001:db8::", 32), range("2002::", 16), range("3fff::", 20));

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> PRIVATE_4.stream().noneMatch(range -> range.holds(four));
            case Inet6Address six -> GLOBAL_6.holds(six) && PRIVATE_6.stream().noneMatch(range -> range.holds(six));
            default -> false;
        };
    }

    private static Range range(String first, int bits) {
        return new Range(InetAddress.ofLiteral(first), bits);
    }

    private record Range(InetAddress first, int bits) {

        boolean holds(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
