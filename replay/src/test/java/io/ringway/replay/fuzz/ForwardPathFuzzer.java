package io.ringway.replay.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Fuzzes the forward path. An input is a list of frames, each {@code what, length (two octets, big-endian), octets}:
 *
 * <pre>
 *   what:  7 6 5 | 4 3 | 2 1 0
 *          time    shape interface      time: 0-4 none, 5 one ms, 6 one second, 7 forty seconds
 * </pre>
 *
 * Shape 0 sends the octets as they are; 1 puts an Ethernet header to the next hop before them; 2 also makes the length and
 * checksum of the IPv4 header right; 3 those of TCP, UDP or ICMP too, so that mutations get past them.
 *
 * <p>A model serves many inputs, since building it costs more than a thousand frames. An input that fails is run again on a
 * fresh model; when it passes there, the inputs before it are part of the failure, and are thrown with it.
 */
public final class ForwardPathFuzzer {
    private static final int INPUTS_PER_MODEL = 1000;
    private static final int MOST_FRAMES = 64;
    private static final int ETHERNET_LENGTH = 14;
    private static final long[] PASSES_MS = {0, 0, 0, 0, 0, 1, 1_000, 40_000};

    private static final List<byte[]> before = new ArrayList<>();
    private static FuzzedHost host;

    private ForwardPathFuzzer() {}

    /** Called by Jazzer, once for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (host == null || before.size() >= INPUTS_PER_MODEL) {
            host = new FuzzedHost();
            before.clear();
        }
        try {
            run(host, input);
        } catch (RuntimeException | Error e) {
            host = null;
            run(new FuzzedHost(), input);
            throw new HistoryException(before, input, e);
        }
        before.add(input.clone());
    }

    /** Sends the frames of one input, and checks the laws after each. */
    static void run(FuzzedHost host, byte[] input) {
        int at = 0;
        for (int frames = 0; at + 3 <= input.length && frames < MOST_FRAMES; frames++) {
            int what = input[at] & 0xff;
            int wanted = ((input[at + 1] & 0xff) << 8) | (input[at + 2] & 0xff);
            at += 3;
            int length = Math.min(wanted, input.length - at);
            byte[] frame = shaped((what >> 3) & 3, what & 7, input, at, length);
            at += length;
            host.pass(PASSES_MS[what >> 5]);
            host.send(what & 7, frame);
            host.check();
        }
    }

    private static byte[] shaped(int shape, int number, byte[] input, int at, int length) {
        int header = shape == 0 ? 0 : ETHERNET_LENGTH;
        byte[] frame = new byte[header + length];
        System.arraycopy(input, at, frame, header, length);
        if (shape > 0) {
            System.arraycopy(FuzzedHost.nextMac(number), 0, frame, 0, 6);
            frame[6] = 2;
            frame[11] = (byte) (0x20 + number);
            frame[12] = 8;
        }
        if (shape > 1) {
            Repair.ipv4(frame, ETHERNET_LENGTH, shape > 2);
        }
        return frame;
    }

    /** An input that fails only behind others. */
    static final class HistoryException extends RuntimeException {
        private static final long serialVersionUID = 1;

        HistoryException(List<byte[]> before, byte[] input, Throwable cause) {
            super(
                    "only behind " + before.size() + " other inputs, the last of them " + last(before) + ", then "
                            + java.util.HexFormat.of().formatHex(input),
                    cause);
        }

        private static String last(List<byte[]> before) {
            List<String> text = new ArrayList<>();
            for (byte[] input : before.subList(Math.max(0, before.size() - 20), before.size())) {
                text.add(java.util.HexFormat.of().formatHex(input));
            }
            return String.join(" ", text);
        }
    }
}
