package io.ringway.nat.set;

import io.ringway.nat.set.SetType.Part;

/**
 * Where the parts of a hash's member lie in the words that are hashed ({@code struct hash_*_elem}): first the addresses, as
 * they are in memory, then one word:
 *
 * <pre>
 *                    31      24 23      16 15             0
 *   ip,port[,ip]     |          | protocol |     port     |
 *   ip,port,net      | protocol | cidr - 1 |     port     |
 *   net              |   cidr   |                         |
 *   net,port         | cidr - 1 | protocol |     port     |
 *   net,iface        |    1     |          cidr | physdev |
 * </pre>
 *
 * <p>Numbers of more than one byte are in network order, on a machine that is not.
 */
final class MemberLayout {
    private static final int INTERFACE_BYTES = 17;

    private final SetType type;
    private final int addressWords;
    private final int second;
    private final int last;
    private final int network;
    private final int cidrShift;
    private final int protocolShift;

    MemberLayout(SetType type, boolean six) {
        this.type = type;
        addressWords = six ? 4 : 1;
        second = addressWords;
        last = type.has(Part.ADDRESS2) || type.has(Part.NET2) ? 2 * addressWords : addressWords;
        network = type.has(Part.NET2) ? second : 0;
        cidrShift = type == SetType.HASH_IP_PORT_NET ? 16 : type == SetType.HASH_NET_IFACE ? 8 : 24;
        protocolShift = type == SetType.HASH_IP_PORT_NET ? 24 : 16;
    }

    int words() {
        return type == SetType.HASH_IP ? addressWords : last + 1;
    }

    /** Bytes of the member itself. */
    int bytes() {
        int bytes = words() * Integer.BYTES;
        return type.has(Part.INTERFACE) ? (bytes + INTERFACE_BYTES + 3) & -4 : bytes;
    }

    int hostBits() {
        return addressWords * Integer.SIZE;
    }

    void setAddress(Member member, int[] words) {
        put(member.key, 0, words);
    }

    void setAddress(Member member, int word) {
        member.key[0] = Integer.reverseBytes(word);
    }

    void setAddress2(Member member, int[] words) {
        put(member.key, second, words);
    }

    void setAddress2(Member member, int word) {
        member.key[second] = Integer.reverseBytes(word);
    }

    private static void put(int[] key, int at, int[] words) {
        for (int i = 0; i < words.length; i++) {
            key[at + i] = Integer.reverseBytes(words[i]);
        }
    }

    void setPort(Member member, int protocol, int port) {
        int kept = member.key[last] & ~(0xffff | (0xff << protocolShift));
        member.key[last] = kept | ((port & 0xff) << 8) | (port >>> 8) | (protocol << protocolShift);
    }

    /** Cuts the network's address down to a prefix, and says so ({@code mtype_data_netmask()}). */
    void setNetwork(Member member, int cidr) {
        for (int i = 0; i < addressWords; i++) {
            member.key[network + i] &= Integer.reverseBytes(Words.maskWord(cidr, i));
        }
        int packed = type.has(Part.PORT) ? cidr - 1 : cidr;
        member.key[last] = (member.key[last] & ~(0xff << cidrShift)) | (packed << cidrShift);
    }

    void setInterface(Member member, String name, boolean physical) {
        member.interfaceName = name;
        member.key[last] = (member.key[last] & 0x00ffff00) | (1 << 24) | (physical ? 1 : 0);
    }

    int[] address(Member member) {
        return get(member.key, 0);
    }

    int[] address2(Member member) {
        return get(member.key, second);
    }

    private int[] get(int[] key, int at) {
        int[] words = new int[addressWords];
        for (int i = 0; i < addressWords; i++) {
            words[i] = Integer.reverseBytes(key[at + i]);
        }
        return words;
    }

    int protocol(Member member) {
        return member.key[last] >>> protocolShift & 0xff;
    }

    int port(Member member) {
        int word = member.key[last];
        return ((word & 0xff) << 8) | ((word >>> 8) & 0xff);
    }

    /** The prefix length of a type with networks. */
    int cidr(Member member) {
        int packed = member.key[last] >>> cidrShift & 0xff;
        return type.has(Part.PORT) ? packed + 1 : packed;
    }

    boolean isPhysical(Member member) {
        return (member.key[last] & 0xff) != 0;
    }

    /** Whether two members of net,iface are about the same network, whatever their interfaces. */
    boolean isSameNetwork(Member one, Member other) {
        for (int i = 0; i < addressWords; i++) {
            if (one.key[i] != other.key[i]) {
                return false;
            }
        }
        return cidr(one) == cidr(other);
    }
}
