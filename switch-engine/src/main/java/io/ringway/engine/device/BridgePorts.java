package io.ringway.engine.device;

import java.util.Arrays;
import java.util.List;

/** The ports of one bridge in the order in which they were added, and what it takes from all of them. */
final class BridgePorts {
    private BridgePort[] all = {};
    private boolean hadAny;

    void add(BridgePort port) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = port;
        hadAny = true;
    }

    void remove(BridgePort port) {
        all = Arrays.stream(all).filter(each -> each != port).toArray(BridgePort[]::new);
    }

    int count() {
        return all.length;
    }

    BridgePort get(int index) {
        return all[index];
    }

    /** As they are now. */
    List<BridgePort> list() {
        return List.of(all);
    }

    /** Whether there ever was one. */
    boolean hadAny() {
        return hadAny;
    }

    boolean anyForwards() {
        for (BridgePort port : all) {
            if (port.isForwarding()) {
                return true;
            }
        }
        return false;
    }

    /** The lowest number from 1 on that no port has ({@code br_if.c:find_portno()}). */
    int freeNumber() {
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        return number;
    }

    private boolean isTaken(int number) {
        for (BridgePort port : all) {
            if (port.number() == number) {
                return true;
            }
        }
        return false;
    }

    /** 0 without ports ({@code br_stp_if.c:br_stp_recalculate_bridge_id()}). */
    long lowestMac() {
        return Arrays.stream(all).mapToLong(port -> port.device().mac()).min().orElse(0);
    }

    /** {@code br_if.c:br_mtu_min()}. */
    int lowestMtu(int withoutPorts) {
        return Arrays.stream(all).mapToInt(port -> port.device().mtu()).min().orElse(withoutPorts);
    }
}
