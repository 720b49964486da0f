package io.ringway.lab.ip;

/** What {@code ip link add type vxlan help} prints ({@code iplink_vxlan.c:print_explain()}). */
final class VxlanUsage {
    static final String TEXT = """
            Usage: ... vxlan id VNI
            \t\t[ { group | remote } IP_ADDRESS ]
            \t\t[ local ADDR ]
            \t\t[ ttl TTL ]
            \t\t[ tos TOS ]
            \t\t[ df DF ]
            \t\t[ flowlabel LABEL ]
            \t\t[ dev PHYS_DEV ]
            \t\t[ dstport PORT ]
            \t\t[ srcport MIN MAX ]
            \t\t[ [no]learning ]
            \t\t[ [no]proxy ]
            \t\t[ [no]rsc ]
            \t\t[ [no]l2miss ]
            \t\t[ [no]l3miss ]
            \t\t[ ageing SECONDS ]
            \t\t[ maxaddress NUMBER ]
            \t\t[ [no]udpcsum ]
            \t\t[ [no]udp6zerocsumtx ]
            \t\t[ [no]udp6zerocsumrx ]
            \t\t[ [no]remcsumtx ] [ [no]remcsumrx ]
            \t\t[ [no]external ] [ gbp ] [ gpe ]
            \t\t[ [no]vnifilter ]

            Where:\tVNI\t:= 0-16777215
            \tADDR\t:= { IP_ADDRESS | any }
            \tTOS\t:= { NUMBER | inherit }
            \tTTL\t:= { 1..255 | auto | inherit }
            \tDF\t:= { unset | set | inherit }
            \tLABEL := 0-1048575""";

    private VxlanUsage() {}
}
