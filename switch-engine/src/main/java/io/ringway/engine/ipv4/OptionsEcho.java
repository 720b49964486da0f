package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * The options of an answer: those of the question, its source route turned round, with room taken for this host's own
 * address and time ({@code ip_options.c:__ip_options_echo(), ip_options_build()}).
 */
final class OptionsEcho {
    private static final int MAX_BYTES = 40;

    private final Ipv4Stack stack;
    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    private int recordRoute;
    private int timestamp;
    private int sourceRoute;
    private boolean recordsAddress;
    private boolean stampsAddress;
    private boolean stampsTime;
    private int firstHop;

    OptionsEcho(Ipv4Stack stack) {
        this.stack = stack;
    }

    /** False when the question's options leave no answer. */
    boolean read(Frame question) {
        length = 0;
        recordRoute = -1;
        timestamp = -1;
        sourceRoute = -1;
        recordsAddress = false;
        stampsAddress = false;
        stampsTime = false;
        int options = question.ipOptions();
        if (options == 0) {
            return true;
        }
        int at = question.networkOffset();
        int record = IpOptions.at(options, IpOptions.RECORD_ROUTE_AT);
        int stamps = IpOptions.at(options, IpOptions.TIMESTAMP_AT);
        int route = IpOptions.at(options, IpOptions.SOURCE_ROUTE_AT);
        int label = IpOptions.at(options, IpOptions.CIPSO_AT);
        if (record != 0 && !echoRecordRoute(question, at + record, options)) {
            return false;
        }
        if (stamps != 0 && !echoTimestamp(question, at + stamps, options)) {
            return false;
        }
        if (route != 0) {
            turnRound(question, at + route, Ipv4Header.source(question, at));
        }
        if (label != 0) {
            copy(question, at + label);
        }
        while ((length & 3) != 0) {
            bytes[length++] = IpOptions.END;
        }
        return true;
    }

    private void copy(Frame question, int option) {
        int count = question.u8(option + 1);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) question.u8(option + i);
        }
    }

    private boolean echoRecordRoute(Frame question, int option, int options) {
        recordRoute = length;
        copy(question, option);
        int count = question.u8(option + 1);
        int pointer = question.u8(option + 2);
        if (IpOptions.has(options, IpOptions.RECORDS_ADDRESS) && pointer <= count) {
            if (pointer + 3 > count) {
                return false;
            }
            bytes[recordRoute + 2] = (byte) (pointer + 4);
            recordsAddress = true;
        }
        return true;
    }

    private boolean echoTimestamp(Frame question, int option, int options) {
        timestamp = length;
        copy(question, option);
        int count = question.u8(option + 1);
        int pointer = question.u8(option + 2);
        if (pointer > count) {
            return true;
        }
        if (IpOptions.has(options, IpOptions.STAMPS_ADDRESS)) {
            if (pointer + 3 > count) {
                return false;
            }
            stampsAddress = true;
            pointer += 4;
        }
        if (IpOptions.has(options, IpOptions.STAMPS_TIME)) {
            if (pointer + 3 > count) {
                return false;
            }
            boolean listed = (question.u8(option + 3) & 0xf) == IpOptions.TIME_OF_LISTED;
            if (!listed) {
                stampsTime = true;
                pointer += 4;
            } else if (pointer + 7 <= count
                    && stack.routing().type(question.i32(option + pointer - 1), null) != AddressType.UNICAST) {
                stampsTime = true;
                pointer += 8;
            }
        }
        bytes[timestamp + 2] = (byte) pointer;
        return true;
    }

    private void turnRound(Frame question, int option, int sender) {
        int count = question.u8(option + 1);
        int pointer = Math.min(question.u8(option + 2), count + 1) - 4;
        if (pointer <= 3) {
            return;
        }
        int hop = question.i32(option + pointer - 1);
        int taken = 4;
        for (pointer -= 4; pointer > 3; pointer -= 4) {
            for (int i = 0; i < 4; i++) {
                bytes[length + taken - 1 + i] = (byte) question.u8(option + pointer - 1 + i);
            }
            taken += 4;
        }
        // A route that lists its own sender is cut there (RFC 1812 §5.2.4.1).
        if (question.i32(option + pointer + 3) == sender) {
            taken -= 4;
        }
        if (taken > 3) {
            firstHop = hop;
            sourceRoute = length;
            bytes[length] = (byte) question.u8(option);
            bytes[length + 1] = (byte) (taken + 3);
            bytes[length + 2] = 4;
            length += taken + 3;
        }
    }

    /** Bytes of options in the answer's header, a multiple of four. */
    int length() {
        return length;
    }

    /** Where the answer to {@code asker} goes first. */
    int firstHop(int asker) {
        return sourceRoute < 0 ? asker : firstHop;
    }

    /** Puts the options behind the 20 bytes of a written header and computes its checksum again. */
    void write(Frame answer, int ip, int source, int asker) {
        if (length == 0) {
            return;
        }
        int at = ip + Ipv4Header.MIN_LENGTH;
        for (int i = 0; i < length; i++) {
            answer.putU8(at + i, bytes[i]);
        }
        if (sourceRoute >= 0) {
            answer.putI32(at + sourceRoute + answer.u8(at + sourceRoute + 1) - 4, asker);
        }
        if (recordsAddress) {
            answer.putI32(at + recordRoute + answer.u8(at + recordRoute + 2) - 5, source);
        }
        if (stampsAddress) {
            answer.putI32(at + timestamp + answer.u8(at + timestamp + 2) - 9, source);
        }
        if (stampsTime) {
            answer.putI32(at + timestamp + answer.u8(at + timestamp + 2) - 5, IpOptions.timeOfDayMs(stack));
        }
        answer.putU8(ip, 0x40 | (Ipv4Header.MIN_LENGTH + length) / 4);
        Ipv4Header.reshape(answer, ip, Ipv4Header.totalLength(answer, ip), answer.u16(ip + 6));
    }
}
