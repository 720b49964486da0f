package io.ringway.pcap;

/** Names of the link types of the tcpdump registry that captures of hosts and networks are likely to have. */
final class LinkType {
    static final int ETHERNET = 1;

    private LinkType() {}

    /** As in {@code LINUX_SLL (113)}; only the number for a link type that is rare. */
    static String describe(int number) {
        String name = name(number);
        return name == null ? "number " + number : name + " (" + number + ")";
    }

    /** Why a capture with this link type cannot be replayed. */
    static String refusal(int number) {
        return "link type " + describe(number)
                + " where only Ethernet, Linux cooked, raw IP and loopback can be replayed";
    }

    private static String name(int number) {
        return switch (number) {
            case 0 -> "NULL";
            case 1 -> "ETHERNET";
            case 6 -> "IEEE802_5";
            case 8 -> "SLIP";
            case 9 -> "PPP";
            case 10 -> "FDDI";
            case 50 -> "PPP_HDLC";
            case 51 -> "PPP_ETHER";
            case 101 -> "RAW";
            case 104 -> "C_HDLC";
            case 105 -> "IEEE802_11";
            case 107 -> "FRELAY";
            case 108 -> "LOOP";
            case 113 -> "LINUX_SLL";
            case 117 -> "PFLOG";
            case 119 -> "IEEE802_11_PRISM";
            case 127 -> "IEEE802_11_RADIOTAP";
            case 147 -> "USER0";
            case 187 -> "BLUETOOTH_HCI_H4";
            case 189 -> "USB_LINUX";
            case 195 -> "IEEE802_15_4_WITHFCS";
            case 201 -> "BLUETOOTH_HCI_H4_WITH_PHDR";
            case 220 -> "USB_LINUX_MMAPPED";
            case 227 -> "CAN_SOCKETCAN";
            case 228 -> "IPV4";
            case 229 -> "IPV6";
            case 230 -> "IEEE802_15_4_NOFCS";
            case 239 -> "NFLOG";
            case 247 -> "INFINIBAND";
            case 249 -> "USBPCAP";
            case 253 -> "NETLINK";
            case 274 -> "ETHERNET_MPACKET";
            case 276 -> "LINUX_SLL2";
            default -> null;
        };
    }
}
