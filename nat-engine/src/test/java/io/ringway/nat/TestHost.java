package io.ringway.nat;

import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Address;

/** A namespace with eth0 (10.0.0.1/24, ifindex 2) and eth1 (192.0.2.1/24, ifindex 3), and a clock that stands. */
public class TestHost implements NamespaceView {
    public static final int ETH0 = 2;
    public static final int ETH1 = 3;
    private static final String[] NAMES = {"", "lo", "eth0", "eth1"};

    @Override
    public String interfaceName(int ifindex) {
        return NAMES[ifindex];
    }

    @Override
    public AddressType addressType(int address, int ifindex) {
        boolean own = (address == Ipv4Address.parse("10.0.0.1") && ifindex != ETH1)
                || (address == Ipv4Address.parse("192.0.2.1") && ifindex != ETH0);
        if (own || Ipv4Address.isLoopback(address)) {
            return AddressType.LOCAL;
        }
        return Ipv4Address.isMulticast(address) ? AddressType.MULTICAST : AddressType.UNICAST;
    }

    @Override
    public int masqueradeAddress(int egressIfindex, int nextHop) {
        return Ipv4Address.parse(egressIfindex == ETH0 ? "10.0.0.1" : "192.0.2.1");
    }

    @Override
    public int firstAddress(int ifindex) {
        return masqueradeAddress(ifindex, 0);
    }

    @Override
    public boolean routeAgain(Frame frame) {
        return true;
    }

    @Override
    public int mtuBothWays(Frame frame) {
        return 1500;
    }

    @Override
    public void duplicate(Frame frame, Hook hook, int gateway, String out) {}

    @Override
    public boolean leadsBack(Frame frame, boolean anyInterface, boolean byMark, boolean acceptsLocal) {
        return true;
    }

    @Override
    public boolean hasUdpSocket(int port) {
        return false;
    }

    @Override
    public long wallNs() {
        return nowNs();
    }

    @Override
    public long nowNs() {
        return 0;
    }
}
