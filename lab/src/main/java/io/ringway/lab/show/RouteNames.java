package io.ringway.lab.show;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables, protocols and types of service by name, as Debian's {@code /etc/iproute2} and {@code /etc/protocols} have them.
 *
 * @param numeric whether numbers are shown as numbers ({@code -N})
 */
public record RouteNames(boolean numeric) {
    private static final Map<Integer, String> TABLES = Map.of(0, "unspec", 253, "default", 254, "main", 255, "local");
    private static final Map<Integer, String> PROTOCOLS = protocols();
    private static final Map<Integer, String> SERVICES = services();
    private static final Map<Integer, String> IP_PROTOCOLS = ipProtocols();

    private static Map<Integer, String> parse(String text) {
        Map<Integer, String> names = new TreeMap<>();
        for (String entry : text.split(" ", -1)) {
            int equals = entry.indexOf('=');
            names.put(Integer.decode(entry.substring(0, equals)), entry.substring(equals + 1));
        }
        return names;
    }

    private static Map<Integer, String> protocols() {
        return parse(
                "0=unspec 1=redirect 2=kernel 3=boot 4=static 8=gated 9=ra 10=mrt 11=zebra 12=bird 13=dnrouted"
                        + " 14=xorp 15=ntk 16=dhcp 18=keepalived 42=babel 99=openr 186=bgp 187=isis 188=ospf 189=rip 192=eigrp");
    }

    private static Map<Integer, String> services() {
        return parse("0x0=default 0x28=AF11 0x30=AF12 0x38=AF13 0x48=AF21 0x50=AF22 0x58=AF23 0x68=AF31 0x70=AF32"
                + " 0x78=AF33 0x88=AF41 0x90=AF42 0x98=AF43 0x20=CS1 0x40=CS2 0x60=CS3 0x80=CS4 0xA0=CS5 0xC0=CS6"
                + " 0xE0=CS7 0xB8=EF");
    }

    private static Map<Integer, String> ipProtocols() {
        return parse(
                "1=icmp 2=igmp 3=ggp 4=ipencap 5=st 6=tcp 8=egp 9=igp 12=pup 17=udp 20=hmp 22=xns-idp 27=rdp"
                        + " 29=iso-tp4 33=dccp 36=xtp 37=ddp 38=idpr-cmtp 41=ipv6 43=ipv6-route 44=ipv6-frag 45=idrp 46=rsvp"
                        + " 47=gre 50=esp 51=ah 57=skip 58=ipv6-icmp 59=ipv6-nonxt 60=ipv6-opts 73=rspf 81=vmtp 88=eigrp"
                        + " 89=ospf 93=ax.25 94=ipip 97=etherip 98=encap 103=pim 108=ipcomp 112=vrrp 115=l2tp 124=isis"
                        + " 132=sctp 133=fc 135=mobility-header 136=udplite 137=mpls-in-ip 139=hip 140=shim6 141=wesp 142=rohc");
    }

    private static Integer find(Map<Integer, String> names, String word) {
        for (Map.Entry<Integer, String> each : names.entrySet()) {
            if (each.getValue().equals(word)) {
                return each.getKey();
            }
        }
        return null;
    }

    /** Null when no table has that name. */
    public static Integer table(String word) {
        return find(TABLES, word);
    }

    public static Integer protocol(String word) {
        return find(PROTOCOLS, word);
    }

    public static Integer service(String word) {
        return find(SERVICES, word);
    }

    public static Integer ipProtocol(String word) {
        return find(IP_PROTOCOLS, word.toLowerCase(Locale.ROOT));
    }

    public String ofTable(int number) {
        return of(TABLES, number, Integer.toUnsignedString(number));
    }

    public String ofProtocol(int number) {
        return of(PROTOCOLS, number, Integer.toString(number));
    }

    public String ofService(int number) {
        return of(SERVICES, number, String.format(Locale.ROOT, "0x%02x", number));
    }

    public String ofIpProtocol(int number) {
        return of(IP_PROTOCOLS, number, "ipproto-" + number);
    }

    private String of(Map<Integer, String> names, int number, String otherwise) {
        return numeric ? otherwise : names.getOrDefault(number, otherwise);
    }
}
