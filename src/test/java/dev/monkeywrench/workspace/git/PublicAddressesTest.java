package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static RemotePolicy policy(Set<String> hosts) {
        return new RemotePolicy(hosts, false, Map.of(), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"140.82.112.3", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:50c0:8000::153"})
    void knowsPublicAddresses(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1"
            })
    void knowsAddressesOfOurOwn(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://0x7f000001/x",
                "https://2130706433/x",
                "https://0177.0.0.1/x",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://0xa9fea9fe/x"
            })
    void refusesAddressesInEveryNotation(String address) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PinnedHost.of(URI.create(address), policy(Set.of()), HostNames.system()))
                .withMessageContaining("public");
    }

    @Test
    void refusesANameOneOfWhoseAddressesIsPrivate() {
        HostNames names = host -> List.of(InetAddress.ofLiteral("140.82.112.3"), InetAddress.ofLiteral("10.0.0.1"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PinnedHost.of(URI.create("https://example.com/x"), policy(Set.of()), names));
    }

    @Test
    void pinsTheAddressItJudged() throws Refusal, UnknownHostException {
        HostNames names = host -> List.of(InetAddress.ofLiteral("140.82.112.3"));

        PinnedHost host = PinnedHost.of(URI.create("https://Example.com/x"), policy(Set.of()), names);

        assertThat(host.address()).isEqualTo(InetAddress.ofLiteral("140.82.112.3"));
        assertThat(host.name()).isEqualTo("example.com");
    }

    @Test
    void refusesHostsThatAreNotAllowed() throws Refusal {
        RemotePolicy policy = policy(Set.of("github.com", "*.example.com"));

        PinnedHost.checkAllowed(URI.create("https://GitHub.com/x"), policy);
        PinnedHost.checkAllowed(URI.create("https://git.example.com/x"), policy);
        for (String other :
                List.of("https://example.com/x", "https://github.com.evil.org/x", "https://notgithub.com/x")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> PinnedHost.checkAllowed(URI.create(other), policy))
                    .withMessageContaining("allowed-hosts");
        }
    }

    @Test
    void refusesAnAddressWithAQuery() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PinnedHost.checkAllowed(URI.create("https://a.org/x?token=1"), policy(Set.of())));
    }

    @Test
    void keepsCredentialsOutOfItsText() {
        RemotePolicy policy = new RemotePolicy(
                Set.of(), false, Map.of("github.com", "secret"), (SSLSocketFactory) SSLSocketFactory.getDefault());

        assertThat(policy.toString()).contains("github.com").doesNotContain("secret");
        assertThat(policy.credentialsFor("GitHub.com")).contains("secret");
        assertThat(policy.credentialsFor("example.com")).isEmpty();
    }
}
