package io.ringway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.device.Device;
import io.ringway.engine.ipv4.InputLookup;
import io.ringway.engine.ipv4.NeighbourState;
import io.ringway.engine.ipv4.OutputRoute;
import io.ringway.engine.route.Flow;
import io.ringway.engine.route.Route;
import io.ringway.engine.route.RouteError;
import io.ringway.engine.route.RouteMetrics;
import io.ringway.engine.route.RouteRequest;
import io.ringway.engine.route.Routing;
import io.ringway.engine.route.RoutingRule;
import io.ringway.engine.route.RoutingRule.Action;
import io.ringway.engine.route.Scope;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.nat.AddressType;
import io.ringway.packet.DropReason;
import io.ringway.packet.Ipv4Address;
import io.ringway.packet.Ipv4Prefix;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables, rules and marks: a host with two uplinks. */
class PolicyRoutingTest {
    private static final int MAIN = 254;

    private final Bench bench = new Bench();
    private Device one;
    private Device two;
    private Routing routing;

    @BeforeEach
    void hostWithTwoUplinks() {
        one = bench.veth("left", "eth0", 0x12, "host", "one", 0x11)[1];
        two = bench.veth("right", "eth0", 0x22, "host", "two", 0x21)[1];
        bench.address(one, "10.0.1.1/24");
        bench.address(two, "10.0.2.1/24");
        bench.forwarding(one, two);
        routing = bench.ns("host").stack().routing();
        add("0.0.0.0/0", AddressType.UNICAST, 0, MAIN, way(one, "10.0.1.254"));
        add("0.0.0.0/0", AddressType.UNICAST, 0, 100, way(two, "10.0.2.254"));
    }

    private static RouteRequest.Way way(Device device, String gateway) {
        return new RouteRequest.Way(device, gateway.isEmpty() ? 0 : Ipv4Address.parse(gateway), false, 1);
    }

    private void add(String to, AddressType type, int tos, int table, RouteRequest.Way... ways) {
        make(RouteRequest.Mode.ADD, to, type, tos, table, ways);
    }

    private void make(
            RouteRequest.Mode mode, String to, AddressType type, int tos, int table, RouteRequest.Way... ways) {
        RouteRequest.Way nothing = new RouteRequest.Way(null, 0, false, 1);
        routing.changes()
                .make(
                        new RouteRequest(
                                Ipv4Prefix.parse(to),
                                tos,
                                type,
                                Scope.UNIVERSE,
                                0,
                                Route.PROTOCOL_BOOT,
                                0,
                                RouteMetrics.NONE,
                                table,
                                ways.length == 1 ? ways[0] : nothing,
                                ways.length > 1 ? List.of(ways) : List.of()),
                        mode);
    }

    private void rule(int priority, int mark, String in, Action action, int table, int suppress) {
        RoutingRule rule = new RoutingRule(
                priority,
                false,
                0,
                0,
                0,
                0,
                0,
                mark,
                mark == 0 ? 0 : -1,
                in,
                "",
                0,
                0,
                0,
                action,
                table,
                0,
                suppress,
                -1,
                0);
        routing.rules().add(rule);
        routing.changed();
    }

    private String out(Flow flow) {
        OutputRoute way = bench.ns("host").stack().newOutputRoute();
        RouteError error = way.find(flow, false);
        return error == null ? way.device().name() : error.name();
    }

    private String through(Flow flow, Device in) {
        InputLookup lookup = bench.ns("host").stack().newInputLookup();
        return switch (lookup.find(in, flow.in(in.ifindex()), null)) {
            case FORWARD -> lookup.result().nexthop().device().name();
            case MARTIAN -> lookup.martian().name();
            case UNREACHABLE -> lookup.error().name();
            default -> "local";
        };
    }

    private static Flow to(String address) {
        return new Flow().to(Ipv4Address.parse(address));
    }

    @Test
    void sendsMarkedPacketsByTheTableOfTheRule() {
        rule(10, 7, "", Action.LOOKUP, 100, -1);
        assertThat(out(to("8.8.8.8"))).isEqualTo("one");
        assertThat(out(to("8.8.8.8").mark(7))).isEqualTo("two");
        Flow marked = to("8.8.8.8").from(Ipv4Address.parse("10.0.1.9")).mark(7);
        assertThat(through(marked, one)).isEqualTo("two");
    }

    @Test
    void asksRulesByInterfaceOnlyForWhatComesInThere() {
        rule(10, 0, "two", Action.LOOKUP, 100, -1);
        Flow flow = to("8.8.8.8").from(Ipv4Address.parse("10.0.2.9"));
        assertThat(through(flow, two)).isEqualTo("two");
        assertThat(out(to("8.8.8.8"))).isEqualTo("one");
    }

    @Test
    void overlooksThePrecedenceInATypeOfService() {
        add("8.8.8.0/24", AddressType.UNICAST, 0x10, MAIN, way(two, "10.0.2.254"));
        add("8.8.9.0/24", AddressType.UNICAST, 0xd0, MAIN, way(two, "10.0.2.254"));
        assertThat(out(to("8.8.8.8").tos(0xd3))).isEqualTo("two");
        assertThat(out(to("8.8.8.8").tos(0xd4))).isEqualTo("one");
        assertThat(out(to("8.8.9.9").tos(0xd0)))
                .as("a route that no packet can ask for")
                .isEqualTo("one");
    }

    @Test
    void passesOverRoutesThatARuleSuppresses() {
        rule(10, 0, "", Action.LOOKUP, MAIN, 0);
        rule(11, 0, "", Action.LOOKUP, 100, -1);
        assertThat(out(to("8.8.8.8"))).isEqualTo("two");
        assertThat(out(to("10.0.1.9"))).isEqualTo("one");
    }

    @Test
    void refusesAsTheRuleSays() {
        rule(10, 1, "", Action.PROHIBIT, 0, -1);
        rule(10, 2, "", Action.UNREACHABLE, 0, -1);
        rule(10, 3, "", Action.BLACKHOLE, 0, -1);
        assertThat(out(to("8.8.8.8").mark(1))).isEqualTo("PROHIBITED");
        assertThat(out(to("8.8.8.8").mark(2))).isEqualTo("NETWORK_UNREACHABLE");
        assertThat(out(to("8.8.8.8").mark(3))).isEqualTo("INVALID");
    }

    @Test
    void goesOnWithTheNextTableBehindAThrow() {
        rule(10, 0, "", Action.LOOKUP, 100, -1);
        add("9.0.0.0/8", AddressType.THROW, 0, 100, new RouteRequest.Way(null, 0, false, 1));
        assertThat(out(to("9.1.1.1"))).isEqualTo("one");
        assertThat(out(to("8.1.1.1"))).isEqualTo("two");
    }

    @Test
    void prefersTheRouteForTheTypeOfService() {
        add("7.0.0.0/8", AddressType.UNICAST, 0x10, MAIN, way(two, "10.0.2.254"));
        assertThat(out(to("7.1.1.1").tos(0x10))).isEqualTo("two");
        assertThat(out(to("7.1.1.1").tos(0x08))).isEqualTo("one");
        assertThat(out(to("7.1.1.1").tos(0x33)))
                .as("only the bits of RFC 1349 count")
                .isEqualTo("two");
    }

    @Test
    void letsALongerPrefixOfMainShadowALocalOneUntilRulesChange() {
        add("127.5.0.0/16", AddressType.UNICAST, 0, MAIN, way(two, "10.0.2.254"));
        bench.ns("host").setUp(bench.ns("host").device("lo"), true);
        assertThat(out(to("127.5.1.1").from(Ipv4Address.parse("10.0.1.1")))).isEqualTo("two");
        rule(10, 9, "", Action.LOOKUP, 100, -1);
        assertThat(out(to("127.5.1.1").from(Ipv4Address.parse("10.0.1.1")))).isEqualTo("lo");
    }

    @Test
    void checksTheSourceByTheMarkWhenToldTo() {
        rule(10, 7, "", Action.LOOKUP, 100, -1);
        var settings = bench.ns("host").stack().settings();
        settings.of(two).set(Setting.RP_FILTER, 1);
        Flow strange = to("10.0.1.9").from(Ipv4Address.parse("5.5.5.5")).mark(7);
        assertThat(through(strange, two)).isEqualTo(DropReason.IP_RPFILTER.name());
        settings.of(two).set(Setting.SRC_VALID_MARK, 1);
        rule(9, 7, "two", Action.LOOKUP, MAIN, -1);
        assertThat(through(strange, two)).isEqualTo("one");
    }

    @Test
    void sharesFlowsBetweenWaysAndLeavesOutTheDead() {
        add("6.0.0.0/8", AddressType.UNICAST, 0, MAIN, way(one, "10.0.1.2"), way(two, "10.0.2.2"));
        routing.multipath().setSeed(1);
        assertThat(shares()).isBetween(60, 140);
        bench.ns("host").setUp(two, false);
        assertThat(shares()).isEqualTo(200);
    }

    @Test
    void takesTheDefaultRouteWhoseGatewaySeemsToBeThere() {
        make(RouteRequest.Mode.APPEND, "0.0.0.0/0", AddressType.UNICAST, 0, MAIN, way(two, "10.0.2.254"));
        Flow somewhere = to("5.5.5.5");
        assertThat(out(somewhere)).isEqualTo("one");
        gateway(one, "10.0.1.254", NeighbourState.STALE);
        assertThat(out(somewhere)).isEqualTo("two");
        gateway(two, "10.0.2.254", NeighbourState.STALE);
        assertThat(out(somewhere)).isEqualTo("one");
        assertThat(out(somewhere)).isEqualTo("two");
        gateway(two, "10.0.2.254", NeighbourState.REACHABLE);
        assertThat(out(somewhere)).isEqualTo("one");
        assertThat(out(somewhere)).isEqualTo("two");
        assertThat(out(somewhere)).isEqualTo("one");
        gateway(one, "10.0.1.254", NeighbourState.FAILED);
        assertThat(out(somewhere)).isEqualTo("two");
        assertThat(out(somewhere)).isEqualTo("two");
        assertThat(through(to("5.5.5.5").from(Ipv4Address.parse("10.0.2.9")), two))
                .isEqualTo("one");
    }

    private void gateway(Device device, String address, NeighbourState state) {
        bench.ns("host").stack().neighbours().set(device, Ipv4Address.parse(address), Bench.mac(9), state);
    }

    private int shares() {
        int byOne = 0;
        for (int i = 1; i <= 200; i++) {
            byOne += out(to("6.0.0." + i)).equals("one") ? 1 : 0;
        }
        return byOne;
    }
}
