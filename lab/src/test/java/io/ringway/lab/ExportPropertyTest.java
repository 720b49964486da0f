package io.ringway.lab;

import io.ringway.engine.Network;
import io.ringway.engine.device.Bridge;
import io.ringway.engine.device.Device;
import io.ringway.lab.sysctl.SysctlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever commands a lab is made of, what is exported of it builds the same model again. */
class ExportPropertyTest {
    private static final int SEEDS = 100;
    private static final int COMMANDS = 40;
    private static final String START = """
            ip netns add a
            ip netns add b
            ip link add v0 type veth peer name w0 netns a
            ip link add v1 type veth peer name w1 netns b
            ip link add v2 type veth peer name w2
            ip -n a link add x type veth peer name y netns b
            ip link add br0 type bridge
            ip link add br1 type bridge
            ip link add m0 link w2 type macvlan mode bridge
            ip link add vx0 type vxlan id 7 dstport 4789 remote 10.0.0.9 local 10.0.0.1
            ip link add vx1 type vxlan id 8 dstport 4789 dev v2
            ipset create s0 hash:ip
            ip netns exec a ipset create s0 hash:ip counters comment
            ip netns exec b ipset create s0 hash:ip hashsize 64 bucketsize 2
            """;

    /** {@code D} is a device, {@code V} not the loopback, {@code N} a namespace, {@code A} an address, {@code M} a MAC, {@code B} on or off, {@code #} a number. */
    private static final List<String> TEMPLATES = List.of(
            "ip -n N link set D up",
            "ip -n N link set D up",
            "ip -n N link set D up",
            "ip -n N link set D down",
            "ip -n N link set D arp B",
            "ip -n N link set D multicast B",
            "ip -n N link set D allmulticast B",
            "ip -n N link set D promisc B",
            "ip -n N link set D dynamic B",
            "ip -n N link set D mtu 160#",
            "ip -n N link set D address M",
            "ip -n N link set D txqueuelen #",
            "ip -n N link set D alias 'it is #'",
            "ip -n N link set D netns N",
            "ip -n N link set V down name n#",
            "ip link set D master br0",
            "ip link set D master br1",
            "ip link set D nomaster",
            "ip link set br0 type bridge ageing_time #00 forward_delay #0# hello_time 10# max_age 60# priority #",
            "ip link set br1 type bridge group_fwd_mask 0x#8 no_linklocal_learn 1 mcast_snooping 0",
            "ip link set D type bridge_slave group_fwd_mask 0x#8",
            "bridge link set dev D hairpin B learning B flood B isolated B",
            "bridge link set dev D state #",
            "bridge link set dev D mcast_flood B bcast_flood B locked B cost # priority #",
            "bridge link set dev D guard B root_block B fastleave B mcast_to_unicast B mcast_router 2",
            "bridge fdb add M dev D master static",
            "bridge fdb add M dev D master local",
            "bridge fdb add M dev D master dynamic sticky",
            "bridge fdb add M dev vx0 dst A self permanent",
            "bridge fdb append 00:00:00:00:00:00 dev vx1 dst A",
            "ip -n N addr add A/24 dev D",
            "ip -n N addr add A/24 brd + dev D",
            "ip -n N addr add A/16 dev D scope link",
            "ip -n N addr add A/32 dev lo",
            "ip -n N addr del A/24 dev D",
            "ip -n N route add A/32 dev D",
            "ip -n N route add A dev D metric # src A",
            "ip -n N route add 10.9.#.0/24 via A",
            "ip -n N route append 10.9.#.0/24 via A dev D onlink mtu lock 1300",
            "ip -n N route add default via A table 1#",
            "ip -n N route add unreachable 10.#.0.0/16 metric 7",
            "ip -n N route add throw 10.#.0.0/16 table 1# tos 0x10",
            "ip -n N route add 10.8.0.0/16 nexthop via A weight 3 nexthop dev D onlink",
            "ip -n N route del 10.0.#.0/24",
            "ip -n N rule add from A to A/16 fwmark 0x#/0xff lookup 1#",
            "ip -n N rule add iif D oif D tos 0x10 priority # prohibit",
            "ip -n N rule add not to A table 1# suppress_prefixlength #",
            "ip -n N rule del priority 32766",
            "ip -n N neigh replace A lladdr M dev D",
            "ip -n N neigh replace A lladdr M nud stale dev D router",
            "ip -n N neigh replace A lladdr M nud reachable dev D extern_learn protocol 1#",
            "ip -n N neigh add proxy A dev D",
            "ip -n N neigh add proxy A",
            "ip netns exec N iptables -P FORWARD DROP",
            "ip netns exec N iptables -A INPUT -i D -s A/24 -j ACCEPT",
            "ip netns exec N iptables -A INPUT -m set --match-set s0 src -j DROP",
            "ip netns exec N iptables -A INPUT -m set ! --match-set s# dst,src --return-nomatch",
            "ip netns exec N iptables -A INPUT -j SET --add-set s# src --exist",
            "ip netns exec N ipset add s0 A/2#",
            "ip netns exec N ipset del s0 A",
            "ip netns exec N ipset add s# A,80",
            "ip netns exec N ipset add s# 10.#.0.0/1#",
            "ip netns exec N ipset add s# 10.#.0.0/1#,D",
            "ip netns exec N ipset add s# s0",
            "ip netns exec N ipset create s1 hash:ip,port timeout 1#0 skbinfo",
            "ip netns exec N ipset create s2 hash:net maxelem #",
            "ip netns exec N ipset create s3 hash:net,iface",
            "ip netns exec N ipset create s4 list:set size #",
            "ip netns exec N ipset create s5 bitmap:port range 0-9# timeout 50",
            "ip netns exec N ipset add s5 #-1#",
            "ip netns exec N ipset destroy s#",
            "ip netns exec N ipset swap s# s#",
            "ip netns exec N ipset rename s# s#",
            "ip -n N link del D");

    @TestFactory
    List<DynamicTest> aLabOfRandomCommandsComesBackTheSame() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            int number = seed;
            tests.add(DynamicTest.dynamicTest("seed " + seed, () -> judge(number, commands(new Random(number)))));
        }
        return tests;
    }

    @Test
    void everySettingThatCanBeWrittenComesBack() {
        Network network = ExportedAgain.run(Lab.parse("start", START));
        String inside = "";
        for (var namespace : network.namespaces()) {
            for (String path : SysctlNames.of(namespace)) {
                for (int value : new int[] {0, 1, 100}) {
                    attempt(network, inside + "sysctl -w " + path + "=" + value);
                }
            }
            inside = "ip netns exec " + (inside.isEmpty() ? "a " : "b ");
        }
        ExportedAgain.isTheSame(network);
    }

    private static List<String> commands(Random random) {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            commands.add(filled(TEMPLATES.get(random.nextInt(TEMPLATES.size())), random));
        }
        return commands;
    }

    private static String filled(String template, Random random) {
        List<String> devices = List.of(
                "v0", "v1", "v2", "w0", "w1", "w2", "x", "y", "br0", "br1", "m0", "vx0", "vx1", "n1", "n2", "lo");
        StringBuilder out = new StringBuilder();
        String space = List.of("a", "b", "host").get(random.nextInt(3));
        for (String word : template.replace("-n N ", space.equals("host") ? "" : "-n " + space + " ")
                .replace("netns exec N ", space.equals("host") ? "" : "netns exec " + space + " ")
                .split(" ", -1)) {
            boolean any = word.equals("D") || word.equals("V");
            String filled = any ? devices.get(random.nextInt(devices.size() - (word.equals("V") ? 1 : 0))) : word;
            filled = word.equals("N") ? List.of("a", "b").get(random.nextInt(2)) : filled;
            filled = word.equals("B") ? random.nextBoolean() ? "on" : "off" : filled;
            filled = word.equals("M") ? "02:00:00:00:00:0" + random.nextInt(10) : filled;
            filled = word.startsWith("A") && !word.equals("ACCEPT")
                    ? "10.0." + random.nextInt(3) + "." + (1 + random.nextInt(9)) + word.substring(1)
                    : filled;
            filled = filled.replace("#", Integer.toString(1 + random.nextInt(5)));
            out.append(out.isEmpty() ? "" : " ").append(filled);
        }
        return out.toString().replaceFirst("^ip iptables", "iptables");
    }

    /** The smallest list of commands that fails is named. */
    private static void judge(int seed, List<String> commands) {
        AssertionError failure = failure(commands);
        if (failure == null) {
            return;
        }
        List<String> left = new ArrayList<>(commands);
        for (int i = left.size() - 1; i >= 0; i--) {
            String removed = left.remove(i);
            AssertionError smaller = failure(left);
            if (smaller == null) {
                left.add(i, removed);
            } else {
                failure = smaller;
            }
        }
        throw new AssertionError(
                "seed " + seed + ":\n" + String.join("\n", left) + "\n" + failure.getMessage(), failure);
    }

    private static AssertionError failure(List<String> commands) {
        Network network = ExportedAgain.run(Lab.parse("start", START));
        commands.forEach(command -> attempt(network, command));
        // A bridge that its last port left has no MAC until the next one comes; no command makes that.
        for (Device device : network.first().devices()) {
            if (device instanceof Bridge && device.mac() == 0) {
                attempt(network, "ip link set " + device.name() + " address 02:00:00:00:00:bb");
            }
        }
        try {
            ExportedAgain.isTheSame(network);
            return null;
        } catch (IllegalStateException e) {
            return e.getMessage().contains("cannot be exported") ? null : new AssertionError(e);
        } catch (AssertionError e) {
            return e;
        } catch (LabException e) {
            return new AssertionError("the export cannot be read: " + e.getMessage(), e);
        }
    }

    /** What does not fit is refused, as in the kernel, and changes nothing. */
    private static void attempt(Network network, String command) {
        try {
            new LabRunner(network).run(Lab.parse("command", command));
        } catch (LabException e) {
            assert e.getMessage() != null;
        }
    }
}
