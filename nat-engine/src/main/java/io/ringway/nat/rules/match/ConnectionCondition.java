package io.ringway.nat.rules.match;

import io.ringway.nat.conntrack.Connection;
import io.ringway.nat.conntrack.ConnectionInfo;
import io.ringway.nat.rules.extension.HostAddress;
import io.ringway.nat.rules.extension.Packet;
import java.util.List;
import java.util.function.ToIntFunction;

/** One thing that {@code -m conntrack} asks of the connection that a packet has. */
interface ConnectionCondition {
    boolean holds(Connection connection, Packet packet);

    /** Appends what stands behind the option's name. */
    void append(StringBuilder out, boolean numeric);

    /** {@code --ctproto}. */
    record Protocol(int protocol) implements ConnectionCondition {
        @Override
        public boolean holds(Connection connection, Packet packet) {
            return connection.protocol() == protocol;
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            out.append(protocol);
        }
    }

    /** {@code --ctorigsrc} and the other three addresses. */
    record Address(ToIntFunction<Connection> which, HostAddress range) implements ConnectionCondition {
        @Override
        public boolean holds(Connection connection, Packet packet) {
            return range.contains(which.applyAsInt(connection));
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            range.append(out, numeric);
        }
    }

    /** {@code --ctorigsrcport} and the other three ports; of ICMP an id, or type and code ({@code port_match()}). */
    record Ports(ToIntFunction<Connection> which, int min, int max) implements ConnectionCondition {
        @Override
        public boolean holds(Connection connection, Packet packet) {
            int port = which.applyAsInt(connection);
            return port >= min && port <= max;
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            out.append(min);
            if (max != 0 && max != min) {
                out.append(':').append(max);
            }
        }
    }

    /** {@code --ctexpire}: whole seconds that are left. */
    record Expiry(long min, long max) implements ConnectionCondition {
        @Override
        public boolean holds(Connection connection, Packet packet) {
            long left = connection.isConfirmed()
                    ? connection.secondsLeft(packet.view().nowNs())
                    : 0;
            return left >= min && left <= max;
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            out.append(min);
            if (max != min) {
                out.append(':').append(max);
            }
        }
    }

    /** {@code --ctdir}. */
    record Direction(boolean reply) implements ConnectionCondition {
        @Override
        public boolean holds(Connection connection, Packet packet) {
            return ConnectionInfo.isReply(packet.frame().connectionInfo()) == reply;
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            out.append(reply ? "REPLY" : "ORIGINAL");
        }
    }

    /** {@code --ctstatus}: some of these bits; no bit, NONE, is never met. */
    record Status(int bits) implements ConnectionCondition {
        static final NamedBits NAMES = new NamedBits(
                List.of("EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED", "NONE"),
                List.of(Connection.EXPECTED, Connection.SEEN_REPLY, Connection.ASSURED, Connection.CONFIRMED, 0));

        @Override
        public boolean holds(Connection connection, Packet packet) {
            return connection.hasStatus(bits);
        }

        @Override
        public void append(StringBuilder out, boolean numeric) {
            NAMES.append(out, bits);
        }
    }
}
