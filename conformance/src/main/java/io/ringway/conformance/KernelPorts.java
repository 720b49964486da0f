package io.ringway.conformance;

import io.ringway.conformance.compare.Ipv4Bytes;
import io.ringway.conformance.compare.Sighting;
import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.KernelState;
import io.ringway.conformance.model.ModelLab;
import io.ringway.nat.conntrack.PortOracle;
import io.ringway.packet.Ipv4Header;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports and ICMP ids that the kernel's NAT drew at random, read from its connections when the model would draw. The model
 * takes such a port only if it is free there too and within what its own rules allow, so that both sides stay alike and
 * whoever answers can answer both.
 */
final class KernelPorts {
    /** The kernel may still be at it. */
    private static final int TRIES = 3;

    private static final long BETWEEN_TRIES_NS = 2_000_000;
    private static final Pattern ZONE = Pattern.compile(" zone(-orig)?=(\\d+)");
    private static final Pattern REPLY_PORTS = Pattern.compile("sport=(\\d+) dport=(\\d+)");
    private static final Pattern REPLY_ID = Pattern.compile(" id=(\\d+)");

    private final KernelState state;
    private final Function<String, List<Sighting>> shown;

    /** @param shown what a namespace's interfaces showed on the kernel of what is going on now, its cause first */
    KernelPorts(KernelLab kernel, Function<String, List<Sighting>> shown) {
        state = new KernelState(kernel);
        this.shown = shown;
    }

    /** Lets every namespace of the model ask. */
    void follow(ModelLab model) {
        for (String namespace : model.namespaceNames()) {
            model.setPortOracle(
                    namespace, (protocol, tuple, zone, source) -> port(namespace, protocol, tuple, zone, source));
        }
    }

    private int port(String namespace, int protocol, String tuple, int zone, boolean source) {
        for (int i = 0; i < TRIES; i++) {
            for (String line :
                    state.read(namespace, KernelState.CONNTRACK).lines().toList()) {
                int at = line.indexOf(tuple);
                if (at > 0 && line.indexOf("src=") == at && isOf(line, protocol, zone)) {
                    return reply(line.substring(at + tuple.length()), protocol, source);
                }
            }
            int port = shownPort(namespace, protocol, source);
            if (port != PortOracle.UNKNOWN) {
                return port;
            }
            LockSupport.parkNanos(BETWEEN_TRIES_NS);
        }
        return PortOracle.UNKNOWN;
    }

    /** Of a connection that is no more, killed by its answer: as the packet left. */
    private int shownPort(String namespace, int protocol, boolean source) {
        List<Sighting> all = shown.apply(namespace);
        int own = all.isEmpty() ? -1 : Ipv4Bytes.header(all.get(0).bytes());
        for (Sighting seen : all) {
            int at = Ipv4Bytes.header(seen.bytes());
            boolean same = own >= 0
                    && at >= 0
                    && seen.outgoing()
                    && Ipv4Bytes.u16(seen.bytes(), at + Ipv4Bytes.ID)
                            == Ipv4Bytes.u16(all.get(0).bytes(), own + Ipv4Bytes.ID)
                    && (seen.bytes()[at + Ipv4Bytes.PROTOCOL] & 0xff) == protocol;
            int transport = same ? at + Ipv4Bytes.headerLength(seen.bytes(), at) : 0;
            if (same && seen.bytes().length >= transport + 8) {
                int portAt = protocol == Ipv4Header.PROTOCOL_ICMP ? 4 : source ? 0 : 2;
                return Ipv4Bytes.u16(seen.bytes(), transport + portAt);
            }
        }
        return PortOracle.UNKNOWN;
    }

    private static boolean isOf(String line, int protocol, int zone) {
        Matcher listed = ZONE.matcher(line);
        int lineZone = listed.find() ? Integer.parseInt(listed.group(2)) : 0;
        return lineZone == zone && line.split(" +", 3)[1].equals(Integer.toString(protocol));
    }

    /** From the reply's tuple: what is rewritten of the original's source is the reply's destination. */
    private static int reply(String words, int protocol, boolean source) {
        boolean query = protocol == Ipv4Header.PROTOCOL_ICMP;
        Matcher found = (query ? REPLY_ID : REPLY_PORTS).matcher(words);
        return found.find() ? Integer.parseInt(found.group(query || !source ? 1 : 2)) : PortOracle.UNKNOWN;
    }
}
