package io.ringway.engine.ipv4;

import io.ringway.nat.AddressType;
import io.ringway.packet.Frame;
import io.ringway.packet.Ipv4Header;

/**
 * Reads the options of a received packet, writes this host's address and time where they ask for it, and notes in the
 * frame what it found ({@code ip_options.c:__ip_options_compile()}). The header's checksum is left as it was.
 */
final class OptionsReader {
    private static final int POINTER = 2;
    private static final int FLAGS = 3;
    private static final int FIRST_SLOT = 4;
    private static final int CIPSO_MIN_LENGTH = 8;

    private final Ipv4Stack stack;

    OptionsReader(Ipv4Stack stack) {
        this.stack = stack;
    }

    /**
     * @param own this host's address as the sender knows it ({@code fib_compute_spec_dst()})
     * @return 0 when all is well, else the offset in the header of what is wrong
     */
    int read(Frame frame, int own) {
        int at = frame.networkOffset();
        int end = Ipv4Header.headerLength(frame, at);
        frame.setIpOptions(0);
        int option = Ipv4Header.MIN_LENGTH;
        while (option < end) {
            int kind = frame.u8(at + option);
            if (kind == IpOptions.END) {
                blank(frame, at + option + 1, at + end);
                return 0;
            }
            if (kind == IpOptions.NOOP) {
                option++;
                continue;
            }
            int bytes = option + 1 < end ? frame.u8(at + option + 1) : 0;
            if (bytes < 2 || bytes > end - option) {
                return option;
            }
            int wrong = one(frame, kind, option, bytes, own);
            if (wrong != 0) {
                return wrong;
            }
            option += bytes;
        }
        return 0;
    }

    private int one(Frame frame, int kind, int option, int bytes, int own) {
        return switch (kind) {
            case IpOptions.LOOSE_ROUTE, IpOptions.STRICT_ROUTE -> sourceRoute(frame, kind, option, bytes);
            case IpOptions.RECORD_ROUTE -> recordRoute(frame, option, bytes, own);
            case IpOptions.TIMESTAMP -> timestamp(frame, option, bytes, own);
            case IpOptions.ROUTER_ALERT -> bytes < FIRST_SLOT ? option + 1 : 0;
            case IpOptions.CIPSO -> cipso(frame, option, bytes);
            default -> 0;
        };
    }

    private static void blank(Frame frame, int from, int to) {
        for (int i = from; i < to; i++) {
            if (frame.u8(i) != IpOptions.END) {
                frame.putU8(i, IpOptions.END);
                IpOptions.mark(frame, IpOptions.CHANGED);
            }
        }
    }

    private static int sourceRoute(Frame frame, int kind, int option, int bytes) {
        if (bytes < 3) {
            return option + 1;
        }
        if (frame.u8(frame.networkOffset() + option + POINTER) < FIRST_SLOT) {
            return option + POINTER;
        }
        if (IpOptions.at(frame.ipOptions(), IpOptions.SOURCE_ROUTE_AT) != 0) {
            return option;
        }
        IpOptions.mark(frame, option << IpOptions.SOURCE_ROUTE_AT);
        if (kind == IpOptions.STRICT_ROUTE) {
            IpOptions.mark(frame, IpOptions.STRICT);
        }
        return 0;
    }

    private static int recordRoute(Frame frame, int option, int bytes, int own) {
        if (IpOptions.at(frame.ipOptions(), IpOptions.RECORD_ROUTE_AT) != 0) {
            return option;
        }
        if (bytes < 3) {
            return option + 1;
        }
        int at = frame.networkOffset() + option;
        int pointer = frame.u8(at + POINTER);
        if (pointer < FIRST_SLOT) {
            return option + POINTER;
        }
        if (pointer <= bytes) {
            if (pointer + 3 > bytes) {
                return option + POINTER;
            }
            frame.putI32(at + pointer - 1, own);
            frame.putU8(at + POINTER, pointer + 4);
            IpOptions.mark(frame, IpOptions.RECORDS_ADDRESS | IpOptions.CHANGED);
        }
        IpOptions.mark(frame, option << IpOptions.RECORD_ROUTE_AT);
        return 0;
    }

    private int timestamp(Frame frame, int option, int bytes, int own) {
        if (IpOptions.at(frame.ipOptions(), IpOptions.TIMESTAMP_AT) != 0) {
            return option;
        }
        if (bytes < FIRST_SLOT) {
            return option + 1;
        }
        int at = frame.networkOffset() + option;
        int pointer = frame.u8(at + POINTER);
        int kind = frame.u8(at + FLAGS) & 0xf;
        if (pointer <= FIRST_SLOT) {
            return option + POINTER;
        }
        if (pointer <= bytes) {
            boolean withAddress = kind == IpOptions.TIME_AND_ADDRESS || kind == IpOptions.TIME_OF_LISTED;
            if (pointer + (withAddress ? 7 : 3) > bytes) {
                return option + POINTER;
            }
            stamp(frame, at, pointer, kind, own);
        } else if (kind != IpOptions.TIME_OF_LISTED) {
            int overflow = frame.u8(at + FLAGS) >>> 4;
            if (overflow == 0xf) {
                return option + FLAGS;
            }
            frame.putU8(at + FLAGS, kind | (overflow + 1) << 4);
            IpOptions.mark(frame, IpOptions.CHANGED);
        }
        IpOptions.mark(frame, option << IpOptions.TIMESTAMP_AT);
        return 0;
    }

    private void stamp(Frame frame, int at, int pointer, int kind, int own) {
        int slot = at + pointer - 1;
        switch (kind) {
            case IpOptions.TIME_ONLY -> time(frame, at, slot, pointer + 4);
            case IpOptions.TIME_AND_ADDRESS -> {
                frame.putI32(slot, own);
                IpOptions.mark(frame, IpOptions.STAMPS_ADDRESS);
                time(frame, at, slot + 4, pointer + 8);
            }
            case IpOptions.TIME_OF_LISTED -> {
                if (stack.routing().type(frame.i32(slot), null) != AddressType.UNICAST) {
                    time(frame, at, slot + 4, pointer + 8);
                }
            }
            default -> {}
        }
    }

    private void time(Frame frame, int at, int slot, int nextPointer) {
        frame.putI32(slot, IpOptions.timeOfDayMs(stack));
        frame.putU8(at + POINTER, nextPointer);
        IpOptions.mark(frame, IpOptions.STAMPS_TIME | IpOptions.CHANGED);
    }

    /** No domain of interpretation is configured, so every label is of an unknown one ({@code cipso_v4_validate()}). */
    private static int cipso(Frame frame, int option, int bytes) {
        if (IpOptions.at(frame.ipOptions(), IpOptions.CIPSO_AT) != 0) {
            return option;
        }
        IpOptions.mark(frame, option << IpOptions.CIPSO_AT);
        return option + (bytes < CIPSO_MIN_LENGTH ? 1 : 2);
    }
}
