package io.ringway.nat.set;

import io.ringway.nat.set.IpsetLine.Kind;
import io.ringway.nat.set.IpsetOptions.Mode;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code ipset} 7.17: a command line, or with {@code restore} all those of its input. */
public final class IpsetTool {
    private static final String NAME = "ipset v7.17: ";

    private final IpSets sets;
    private final IpsetOptions options = new IpsetOptions();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    /** Additions or deletions of one set, read from a restored text and not done yet. */
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(IpsetLine line, int number) {}

    private IpsetTool(IpSets sets) {
        this.sets = sets;
    }

    /**
     * Does what the words behind {@code ipset} say. What is refused has changed nothing, but for the lines of a restored text
     * and the members of a range that came before.
     *
     * @param stdin for {@code restore}, or null
     */
    public static IpsetAnswer run(List<String> words, String stdin, IpSets sets) {
        IpsetTool tool = new IpsetTool(sets);
        int status = tool.run(words, stdin);
        return new IpsetAnswer(status, tool.out.toString(), tool.err.toString());
    }

    private int run(List<String> words, String stdin) {
        try {
            IpsetLine line = new IpsetReader(sets, options, false).read(words);
            return line.kind() == Kind.RESTORE ? restore(stdin == null ? "" : stdin) : run(line);
        } catch (SetRefusal refused) {
            return refuse(refused, 0);
        }
    }

    private int refuse(SetRefusal refused, int number) {
        String text = refused.getMessage();
        if (text.endsWith("is not modelled") || text.contains("not part of the lab language")) {
            err.append("ipset: ").append(text).append('\n');
        } else if (!options.quiet) {
            String where = number > 0 && refused.namesLine() ? "Error in line " + number + ": " : "";
            err.append(NAME).append(where).append(text).append('\n');
        }
        return refused.exitCode();
    }

    private int run(IpsetLine line) {
        switch (line.kind()) {
            case CREATE -> sets.create(line.name(), line.header(), options.exist);
            case ADD -> sets.get(line.name()).set().add(line.entry(), options.exist);
            case DEL -> sets.get(line.name()).set().remove(line.entry(), options.exist);
            case TEST -> {
                return test(line);
            }
            case DESTROY -> sets.destroy(line.name());
            case FLUSH -> sets.flush(line.name());
            case RENAME -> sets.rename(line.name(), line.otherName());
            case SWAP -> sets.swap(line.name(), line.otherName());
            case LIST, SAVE -> print(line);
            case VERSION -> out.append("ipset v7.17, protocol version: 7\n");
            case HELP -> throw SetRefusal.notModelled("ipset help");
            default -> {}
        }
        return 0;
    }

    private int test(IpsetLine line) {
        IpSet set = sets.get(line.name()).set();
        boolean there = set.test(line.entry());
        if (!options.quiet) {
            err.append(there ? "Warning: " : "")
                    .append(MemberText.of(set.header().type(), line.entry()));
            err.append(there ? " is in set " : " is NOT in set ")
                    .append(line.name())
                    .append(".\n");
        }
        return there ? 0 : 1;
    }

    private void print(IpsetLine line) {
        if (options.mode == null) {
            options.mode = line.kind() == Kind.SAVE ? Mode.SAVE : Mode.PLAIN;
        }
        List<SetSlot> wanted = sets.wanted(line.name());
        SetListing listing = new SetListing(options.sorted);
        if (options.mode == Mode.SAVE) {
            out.append(listing.save(wanted));
        } else if (options.namesOnly) {
            out.append(SetListing.names(wanted, options.mode == Mode.XML));
        } else if (options.mode == Mode.XML) {
            out.append(listing.xml(wanted, options.terse));
        } else {
            out.append(listing.plain(wanted, options.terse));
        }
    }

    /** Line by line; it ends with the first that fails, or that tests. */
    private int restore(String text) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String bare = line.stripLeading();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            try {
                if (bare.strip().equals("COMMIT")) {
                    commit();
                    continue;
                }
                IpsetLine read = new IpsetReader(sets, options, true).read(IpsetReader.words(bare));
                if (read.kind() == Kind.QUIT) {
                    return 0;
                }
                int status = take(read, number);
                if (status != 0 || read.kind() == Kind.TEST) {
                    return status;
                }
            } catch (SetRefusal refused) {
                return refuse(refused, number);
            } catch (PendingRefused refused) {
                return refuse(refused.why, refused.number);
            }
        }
        try {
            commit();
        } catch (PendingRefused refused) {
            return refuse(refused.why, refused.number);
        }
        return 0;
    }

    /** Changes of one set go to the kernel together: they are lost when a later line cannot be read. */
    private int take(IpsetLine line, int number) {
        boolean joins = !pending.isEmpty()
                && pending.get(0).line.kind() == line.kind()
                && pending.get(0).line.name().equals(line.name());
        if (!joins) {
            commit();
        }
        if (line.kind().changesMembers()) {
            pending.add(new Pending(line, number));
            return 0;
        }
        return run(line);
    }

    private void commit() {
        List<Pending> all = List.copyOf(pending);
        pending.clear();
        for (Pending one : all) {
            try {
                run(one.line);
            } catch (SetRefusal refused) {
                throw new PendingRefused(refused, one.number);
            }
        }
    }

    /** The kernel refused a line that was read before. */
    private static final class PendingRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SetRefusal why;
        private final int number;

        PendingRefused(SetRefusal why, int number) {
            super(null, null, false, false);
            this.why = why;
            this.number = number;
        }
    }
}
