package io.ringway.nat.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against a plain list: few addresses and ports, so that tuples and slots collide all the time. */
class ConnectionTablePropertyTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsExactlyWhatIsInIt(long seed) {
        Random random = new Random(seed);
        ConnectionTable table = new ConnectionTable();
        List<Connection> model = new ArrayList<>();
        for (long nowNs = 0; nowNs < 20_000; nowNs++) {
            long addresses = Tuple.addresses(random.nextInt(4), random.nextInt(4));
            long rest = Tuple.rest(random.nextInt(64), random.nextInt(8), 17);
            long now = nowNs;
            model.removeIf(connection -> connection.isExpired(now));
            Connection expected = inModel(model, addresses, rest);
            Connection found = table.find(addresses, rest, nowNs);
            assertThat(found).isSameAs(expected);
            if (found == null) {
                add(table, model, addresses, rest, nowNs + 1 + random.nextInt(4000), nowNs);
            } else if (random.nextInt(8) == 0) {
                table.remove(found);
                model.remove(found);
            }
        }
        table.sweep(20_000);
        model.removeIf(connection -> connection.isExpired(20_000));
        assertThat(table.count()).isEqualTo(model.size());
        int i = 0;
        for (Connection connection = table.oldest(); connection != null; connection = connection.newer) {
            assertThat(connection).isSameAs(model.get(i++));
        }
    }

    private static Connection inModel(List<Connection> model, long addresses, long rest) {
        for (Connection connection : model) {
            if ((connection.originalAddresses == addresses && connection.originalRest == rest)
                    || (connection.replyAddresses == addresses && connection.replyRest == rest)) {
                return connection;
            }
        }
        return null;
    }

    private static void add(
            ConnectionTable table, List<Connection> model, long addresses, long rest, long endNs, long nowNs) {
        long replyAddresses = Tuple.invertAddresses(addresses);
        long replyRest = Tuple.invertRest(rest);
        if (inModel(model, replyAddresses, replyRest) != null) {
            return;
        }
        Connection connection = new Connection(addresses, rest, replyAddresses, replyRest);
        connection.timeoutNs = endNs;
        connection.status = Connection.CONFIRMED | Connection.SRC_NAT_DONE;
        table.add(connection, nowNs);
        model.add(connection);
    }
}
