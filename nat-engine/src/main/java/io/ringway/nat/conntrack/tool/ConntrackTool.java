package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.Ctnetlink;
import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import io.ringway.nat.conntrack.Statistics;
import io.ringway.nat.conntrack.tool.ToolRequest.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Does what {@code conntrack} is told ({@code do_command_ct()}). */
public final class ConntrackTool {
    private final Ctnetlink kernel;
    private final long wallNs;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private Deque<Object> socket = new ArrayDeque<>();
    private int counted;

    private ConntrackTool(Ctnetlink kernel, long wallNs) {
        this.kernel = kernel;
        this.wallNs = wallNs;
    }

    /**
     * @param words behind the tool's name
     * @param stdin what {@code -R -} reads, null for nothing
     * @param wallNs nanoseconds since 1970
     * @throws IllegalArgumentException for what is not modelled, with words that say what
     */
    public static ConntrackAnswer run(List<String> words, String stdin, Ctnetlink kernel, long wallNs) {
        ConntrackTool tool = new ConntrackTool(kernel, wallNs);
        int exitCode;
        try {
            boolean loads = words.size() > 1 && List.of("-R", "--load-file").contains(words.get(0));
            exitCode = loads ? tool.load(words.get(1), stdin) : tool.single(words);
        } catch (ConntrackRefusal refused) {
            tool.err.append(refused.text());
            exitCode = refused.exitCode();
        }
        return new ConntrackAnswer(exitCode, tool.out.toString(), tool.err.toString());
    }

    /** Whether these words ask for events, which {@link EventWatch} prints. */
    public static boolean asksForEvents(List<String> words) {
        return words.stream().anyMatch(word -> word.matches("-E.*|--ev.*"));
    }

    private int single(List<String> words) {
        ToolRequest request = ToolReader.read(words, err);
        run(request);
        if (request.command.summary.isEmpty()) {
            return 0;
        }
        err.append(UsageText.PROGRAM).append(": ").append(String.format(request.command.summary, counted));
        boolean mayBeNone = switch (request.command) {
            case LIST, LIST_EXPECTED, ADD -> true;
            default -> false;
        };
        return counted == 0 && !mayBeNone ? 1 : 0;
    }

    /** All is read before anything is done. */
    private int load(String file, String stdin) {
        if (!file.equals("-") || stdin == null) {
            throw new IllegalArgumentException("-R of a file, for a lab reads none but its heredoc,");
        }
        List<ToolRequest> requests = LoadedLines.read(stdin, err);
        for (ToolRequest request : requests) {
            run(request);
        }
        return 0;
    }

    private void run(ToolRequest request) {
        switch (request.command) {
            case LIST -> list(request);
            case CREATE, ADD -> create(request);
            case UPDATE -> update(request);
            case DELETE -> delete(request);
            case GET -> get(request);
            case FLUSH -> {
                kernel.flush(request.family);
                err.append(UsageText.PROGRAM).append(": connection tracking table has been emptied.\n");
            }
            case FLUSH_EXPECTED -> {
                kernel.expectations().flush();
                err.append(UsageText.PROGRAM).append(": expectation table has been emptied.\n");
            }
            case COUNT -> out.append(kernel.count()).append('\n');
            case COUNT_EXPECTED -> out.append(kernel.expectations().size()).append('\n');
            case STATISTICS -> out.append(statistics(kernel.statistics()));
            case STATISTICS_EXPECTED -> out.append("cpu=0   \texpect_new=0 expect_create=0 expect_delete=0 \n");
            case LIST_EXPECTED -> {
                out.append(kernel.expectations().list());
                counted = kernel.expectations().size();
            }
            case DELETE_EXPECTED, GET_EXPECTED -> fail(Ctnetlink.ENOENT, request.command);
            case VERSION -> out.append(UsageText.PROGRAM).append('\n');
            case HELP, NONE -> {
                out.append(UsageText.USAGE);
                if (request.command == ToolCommand.HELP && request.protocol != null) {
                    out.append(UsageText.help(request.protocol));
                }
            }
            default -> throw new IllegalArgumentException("making expectations by hand");
        }
    }

    private static String statistics(Statistics counted) {
        return String.format(
                "cpu=0   \tfound=%d invalid=%d insert=%d insert_failed=%d drop=%d early_drop=%d error=%d search_restart=%d "
                        + "clash_resolve=%d chaintoolong=%d \n",
                counted.found(),
                counted.invalid(),
                counted.insert(),
                counted.insertFailed(),
                counted.drop(),
                counted.earlyDrop(),
                counted.error(),
                counted.searchRestart(),
                counted.clashResolve(),
                counted.chainTooLong());
    }

    private static void fail(int error, ToolCommand command) {
        if (error != Ctnetlink.DONE) {
            throw ConntrackRefusal.other("Operation failed: " + ErrorText.of(error, command));
        }
    }

    private void list(ToolRequest request) {
        if (request.table != Table.CONNTRACK) {
            return;
        }
        if (request.has('z') && request.hasAny("psdrqmcuiwl()")) {
            throw ConntrackRefusal.parameter("Can't use -z with filtering parameters");
        }
        FlowFilter filter = new FlowFilter(request);
        filter.prepare();
        if (request.kernelStatus && request.statusMask == 0) {
            fail(Ctnetlink.EINVAL, request.command);
        }
        FlowPrinter printer = new FlowPrinter(request, wallNs);
        for (FlowMessage flow : kernel.dump(request.has('z'))) {
            if (filter.isSent(flow, true) && filter.matches(flow)) {
                out.append(printer.listed(flow));
                counted++;
            }
        }
        out.append(printer.end());
    }

    private void create(ToolRequest request) {
        FlowMessage flow = request.made();
        if (flow.get(FlowAttribute.ORIGINAL_FAMILY) == Ctnetlink.IPV6) {
            throw new IllegalArgumentException("a connection of IPv6");
        }
        int error = kernel.create(flow);
        if (error == Ctnetlink.EEXIST && request.command == ToolCommand.ADD) {
            return;
        }
        fail(error, request.command);
        counted++;
    }

    private void update(ToolRequest request) {
        FlowFilter filter = new FlowFilter(request);
        filter.prepare();
        FlowPrinter printer = new FlowPrinter(request, wallNs);
        FlowUpdate update = new FlowUpdate(request, kernel, socket);
        for (FlowMessage flow : kernel.dump()) {
            boolean family = request.family == ToolRequest.ANY_FAMILY || request.family == Ctnetlink.IPV4;
            if (family && filter.matchesForUpdate(flow) && update.change(flow, out, err, printer)) {
                counted++;
            }
        }
        socket = update.socket();
    }

    private void delete(ToolRequest request) {
        FlowFilter filter = new FlowFilter(request);
        filter.prepare();
        FlowPrinter printer = new FlowPrinter(request, wallNs);
        for (FlowMessage flow : kernel.dump()) {
            if (filter.isSent(flow, false) && filter.matches(flow)) {
                fail(kernel.delete(flow), request.command);
                out.append(printer.line(flow, "-D"));
                counted++;
            }
        }
    }

    private void get(ToolRequest request) {
        fail(kernel.check(request.flow, request.family), request.command);
        FlowMessage flow = kernel.get(request.flow);
        if (new FlowFilter(request).matches(flow)) {
            FlowPrinter printer = new FlowPrinter(request, wallNs);
            out.append(printer.listed(flow));
            counted++;
        }
    }
}
