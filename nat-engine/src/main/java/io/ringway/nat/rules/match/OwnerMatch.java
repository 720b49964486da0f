package io.ringway.nat.rules.match;

import io.ringway.nat.Hook;
import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Packet;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import io.ringway.nat.rules.extension.ToolNumber;
import io.ringway.packet.PacketSocket;

/**
 * {@code -m owner} (xt_owner.c:owner_mt()): who sent a packet of this namespace. Every program here is root's; the
 * kernel's own sockets belong to nobody.
 *
 * @param user null where nothing is asked of it, and so is {@code group}
 * @param exists 1 for {@code --socket-exists}, -1 inverted, 0 for neither
 * @param supplementary whether {@code --suppl-groups} was given: root has no others
 */
public record OwnerMatch(Ids user, Ids group, int exists, boolean supplementary) implements Match {
    private static final int USER = 0;
    private static final int GROUP = 1;
    private static final int SOCKET_EXISTS = 2;
    private static final int SUPPLEMENTARY = 3;
    private static final String[] OPTIONS = {"--uid-owner", "--gid-owner"};
    private static final long MAX_ID = 0xffff_fffeL;
    private static final long ROOT = 0;

    public static final Extension<Match> EXTENSION = Extension.of(
            "owner",
            Reading::new,
            ExtensionOption.valued("uid-owner", USER).orInverted(),
            ExtensionOption.valued("gid-owner", GROUP).orInverted(),
            ExtensionOption.flag("socket-exists", SOCKET_EXISTS).orInverted(),
            ExtensionOption.flag("suppl-groups", SUPPLEMENTARY));

    /** From one number to another, both inclusive. */
    record Ids(long min, long max, boolean inverted) {
        private boolean holds(long id) {
            return (id >= min && id <= max) != inverted;
        }

        private void save(StringBuilder out, String option) {
            out.append(inverted ? " ! " : " ").append(option).append(' ').append(min);
            appendMax(out);
        }

        private void list(StringBuilder out, String label, String name) {
            out.append(inverted ? " ! " : " ").append(label).append(name == null ? Long.toString(min) : name);
            appendMax(out);
        }

        private void appendMax(StringBuilder out) {
            if (min != max) {
                out.append('-').append(max);
            }
        }
    }

    private static final class Reading implements Extension.Reading<Match> {
        private final Ids[] ids = new Ids[2];
        private int exists;
        private boolean supplementary;

        @Override
        public void option(int id, String argument, boolean inverted, RuleHead head) {
            switch (id) {
                case SOCKET_EXISTS -> exists = inverted ? -1 : 1;
                case SUPPLEMENTARY -> {
                    if (ids[GROUP] == null) {
                        throw bad("--suppl-groups", "you need to use --gid-owner first");
                    }
                    supplementary = true;
                }
                default -> ids[id] = parse(id, argument, inverted);
            }
        }

        private static Ids parse(int option, String argument, boolean inverted) {
            long known = option == USER ? AccountNames.user(argument) : AccountNames.group(argument);
            if (known >= 0) {
                return new Ids(known, known, inverted);
            }
            int end = ToolNumber.end(argument);
            long min = ToolNumber.parsePrefix(argument, end, MAX_ID);
            long max = min;
            if (end < argument.length() && (argument.charAt(end) == '-' || argument.charAt(end) == ':')) {
                String rest = argument.substring(end + 1);
                end = ToolNumber.end(rest);
                max = end == rest.length() ? ToolNumber.parsePrefix(rest, end, MAX_ID) : -1;
            } else if (end != argument.length()) {
                max = -1;
            }
            if (min < 0 || max < 0) {
                throw bad(OPTIONS[option], argument);
            }
            return new Ids(min, max, inverted);
        }

        private static Refusal bad(String option, String value) {
            return Refusal.parameter("owner: Bad value for \"" + option + "\" option: \"" + value + "\"");
        }

        @Override
        public Match finish(RuleHead head) {
            if (ids[USER] == null && ids[GROUP] == null && exists == 0) {
                throw Refusal.parameter(
                        "owner: At least one of --uid-owner, --gid-owner or --socket-exists is required");
            }
            return new OwnerMatch(ids[USER], ids[GROUP], exists, supplementary);
        }
    }

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public boolean reachableFrom(Hook hook) {
        return hook == Hook.OUTPUT || hook == Hook.POSTROUTING;
    }

    @Override
    public String refusedWith() {
        boolean reversed = (user != null && user.min > user.max) || (group != null && group.min > group.max);
        return reversed ? "Invalid argument" : null;
    }

    /** Nobody's packet meets what is inverted, and nothing else. */
    @Override
    public boolean matches(Packet packet) {
        PacketSocket socket = packet.frame().socket();
        if (socket == PacketSocket.NONE) {
            return exists <= 0 && !supplementary && isFreeOrInverted(user) && isFreeOrInverted(group);
        }
        if (exists < 0) {
            return false;
        }
        if (socket == PacketSocket.KERNEL) {
            return isFreeOrInverted(user) && isFreeOrInverted(group);
        }
        return (user == null || user.holds(ROOT)) && (group == null || group.holds(ROOT));
    }

    private static boolean isFreeOrInverted(Ids ids) {
        return ids == null || ids.inverted;
    }

    @Override
    public void save(StringBuilder out) {
        if (exists != 0) {
            out.append(exists < 0 ? " ! --socket-exists" : " --socket-exists");
        }
        if (user != null) {
            user.save(out, OPTIONS[USER]);
        }
        if (group != null) {
            group.save(out, OPTIONS[GROUP]);
        }
        out.append(supplementary ? " --suppl-groups" : "");
    }

    @Override
    public void list(StringBuilder out, boolean numeric) {
        if (exists != 0) {
            out.append(exists < 0 ? " ! owner socket exists" : " owner socket exists");
        }
        if (user != null) {
            boolean named = !numeric && user.min == user.max;
            user.list(out, "owner UID match ", named ? AccountNames.userName(user.min) : null);
        }
        if (group != null) {
            boolean named = !numeric && group.min == group.max;
            group.list(out, "owner GID match ", named ? AccountNames.groupName(group.min) : null);
        }
        out.append(supplementary ? " incl. suppl. groups" : "");
    }
}
