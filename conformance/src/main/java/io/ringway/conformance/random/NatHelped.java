package io.ringway.conformance.random;

import io.ringway.conformance.random.NatEnd.Speaker;
import io.ringway.packet.Ipv4Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the helpers of FTP and TFTP listen to: lines that announce another connection, and who then comes by it. */
final class NatHelped {
    static final int FTP = 21;
    static final int TFTP = 69;

    private static final byte[] NOTHING = {};
    private static final Pattern NUMBERS =
            Pattern.compile("(?:PORT|227)[^\\d]*(\\d+),(\\d+),(\\d+),(\\d+),(\\d+),(\\d+)[^\\d].*", Pattern.DOTALL);
    private static final Pattern EXTENDED =
            Pattern.compile("(?:EPRT|229)[^|]*\\|[12]?\\|([\\d.]*)\\|(\\d+)\\|.*", Pattern.DOTALL);

    private final List<Wanted> wanted = new ArrayList<>();
    private int lastPort = 20_100;

    /** A connection that somebody announced. */
    record Wanted(Speaker from, int protocol, int port, int to, int toPort) {}

    /** The next line of an FTP client or server; nothing of anybody else. */
    static byte[] line(NatEnd end, Dice dice, List<String> kinds) {
        boolean ftp = end.client ? end.peerPort == FTP : end.port == FTP;
        if (!ftp || dice.percent(3)) {
            return NOTHING;
        }
        // Never the same port twice: another one would be drawn at random for it.
        int port = 1025 + (end.turns * 641 + (end.sent & 0xfff) * 7) % 60_000;
        String numbers = Ipv4Address.format(end.address).replace('.', ',') + "," + (port >> 8) + "," + (port & 255);
        int at = dice.below(100);
        String line;
        if (at < 6) {
            line = dice.oneOf(
                    "PORT 1,2,3\r\n", "227 \r\n", "PORT 10,1,0,300,4,4\r\n", "EPRT |2|::1|99|\r\n", "229 (|||0|)\r\n");
        } else if (at < 25) {
            line = dice.oneOf("NLST\r\n", "200 OK\r\n", "USER a\r\n");
        } else if (end.client) {
            line = dice.oneOf(
                    "PORT " + numbers + "\r\n",
                    "port " + numbers + "\r\n",
                    "EPRT |1|" + Ipv4Address.format(end.address) + "|" + port + "|\r\n",
                    "PASV\r\n",
                    "USER a\r\nPORT " + numbers + "\r\n");
        } else {
            line = dice.oneOf(
                    "227 Entering Passive Mode (" + numbers + ").\r\n",
                    "227 Entering Passive Mode (" + numbers + ").\r\n",
                    "227 " + numbers + "\r\n",
                    "229 Entering Extended Passive Mode (|||" + port + "|)\r\n");
        }
        kinds.add("FTP line");
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first packet of a TFTP client; nothing of anybody else. */
    static byte[] request(NatEnd end, Dice dice, List<String> kinds) {
        if (!end.client || end.peerPort != TFTP || dice.percent(15)) {
            return NOTHING;
        }
        kinds.add("TFTP request");
        String operation = dice.oneOf("\0\1", "\0\1", "\0\2", "\0\3", "\0");
        return (operation + "file\0octet\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Remembers what somebody just heard, if it asks for a connection. */
    void hear(Speaker speaker, Heard heard) {
        if (heard.protocol() == IpPacket.UDP) {
            if (heard.destinationPort() == TFTP) {
                int to = heard.sourcePort();
                wanted.add(new Wanted(speaker, IpPacket.UDP, ++lastPort, heard.source(), to));
            }
        } else if (heard.protocol() == IpPacket.TCP && (heard.sourcePort() == FTP || heard.destinationPort() == FTP)) {
            announced(speaker, heard, new String(heard.data(), StandardCharsets.ISO_8859_1));
        }
    }

    private void announced(Speaker speaker, Heard heard, String said) {
        Matcher numbers = NUMBERS.matcher(said);
        Matcher extended = EXTENDED.matcher(said);
        int from = heard.destinationPort() == FTP ? FTP - 1 : ++lastPort;
        if (numbers.find()) {
            int[] n = new int[6];
            for (int i = 0; i < n.length; i++) {
                n[i] = Integer.parseInt(numbers.group(i + 1)) & 255;
            }
            int to = n[0] << 24 | n[1] << 16 | n[2] << 8 | n[3];
            wanted.add(new Wanted(speaker, IpPacket.TCP, from, to, n[4] << 8 | n[5]));
        } else if (extended.find()) {
            int to = extended.group(1).isEmpty() ? heard.source() : Ipv4Address.parse(extended.group(1));
            wanted.add(new Wanted(speaker, IpPacket.TCP, from, to, Integer.parseInt(extended.group(2)) & 0xffff));
        }
    }

    /** Opens what was announced; null when nothing was. */
    NatEnd open(Dice dice) {
        if (wanted.isEmpty()) {
            return null;
        }
        Wanted next = wanted.remove(wanted.size() - 1);
        NatEnd end = new NatEnd(next.from(), next.protocol(), next.port(), next.to(), next.toPort(), true, dice);
        end.announced = true;
        return end;
    }
}
