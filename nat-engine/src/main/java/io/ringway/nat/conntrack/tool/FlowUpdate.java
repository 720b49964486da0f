package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.Ctnetlink;
import io.ringway.nat.conntrack.FlowAttribute;
import io.ringway.nat.conntrack.FlowMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * {@code -U} ({@code mnl_nfct_update_cb()}). The tool reads one answer a question, though a look at a connection answers with two:
 * from the second connection on, it takes older answers for newer ones, and prints accordingly.
 */
final class FlowUpdate {
    private static final List<FlowAttribute> ORIGINAL = List.of(
            FlowAttribute.ORIGINAL_FAMILY,
            FlowAttribute.ORIGINAL_PROTOCOL,
            FlowAttribute.ORIGINAL_SOURCE,
            FlowAttribute.ORIGINAL_DESTINATION,
            FlowAttribute.ORIGINAL_SOURCE_PORT,
            FlowAttribute.ORIGINAL_DESTINATION_PORT,
            FlowAttribute.ICMP_TYPE,
            FlowAttribute.ICMP_CODE,
            FlowAttribute.ICMP_ID);
    private static final List<FlowAttribute> SET = List.of(
            FlowAttribute.TIMEOUT,
            FlowAttribute.TCP_STATE,
            FlowAttribute.TCP_FLAGS,
            FlowAttribute.SCTP_STATE,
            FlowAttribute.ORIGINAL_TAG,
            FlowAttribute.REPLY_TAG,
            FlowAttribute.SOURCE_NAT_ADDRESS,
            FlowAttribute.SOURCE_NAT_PORT,
            FlowAttribute.DESTINATION_NAT_ADDRESS,
            FlowAttribute.DESTINATION_NAT_PORT);

    /** What is said to a question: an error, or a connection, or that it was done. */
    private record Answer(int error, FlowMessage flow) {}

    private final ToolRequest request;
    private final Ctnetlink kernel;
    private final Deque<Answer> unread;

    /** Of the whole run of the tool, whose socket outlives a command. */
    FlowUpdate(ToolRequest request, Ctnetlink kernel, Deque<Object> socket) {
        this.request = request;
        this.kernel = kernel;
        this.unread = new ArrayDeque<>();
        socket.forEach(answer -> unread.add((Answer) answer));
    }

    Deque<Object> socket() {
        return new ArrayDeque<>(unread);
    }

    /** Changes one; false if nothing was to be changed or it is gone. */
    boolean change(FlowMessage flow, StringBuilder out, StringBuilder err, FlowPrinter printer) {
        FlowMessage changed = changed(flow);
        if (!isChange(changed, flow)) {
            return false;
        }
        unread.add(new Answer(kernel.change(changed, request.family), null));
        Answer answer = unread.remove();
        if (answer.error != Ctnetlink.DONE) {
            err.append("Operation failed: ")
                    .append(ErrorText.of(answer.error, ToolCommand.UPDATE))
                    .append('\n');
        }
        look(changed);
        answer = unread.remove();
        if (answer.error == Ctnetlink.ENOENT) {
            return false;
        }
        if (answer.error != Ctnetlink.DONE) {
            throw ConntrackRefusal.other("Operation failed: " + ErrorText.of(answer.error, ToolCommand.UPDATE));
        }
        if (answer.flow != null) {
            out.append(printer.line(answer.flow, "-A"));
        }
        return true;
    }

    private void look(FlowMessage flow) {
        int error = kernel.check(flow, request.family);
        if (error == Ctnetlink.DONE) {
            unread.add(new Answer(error, kernel.get(flow)));
        }
        unread.add(new Answer(error, null));
    }

    private FlowMessage changed(FlowMessage flow) {
        FlowMessage changed = new FlowMessage();
        ORIGINAL.forEach(attribute -> changed.copy(flow, attribute));
        SET.forEach(attribute -> changed.copy(request.flow, attribute));
        if (request.has('m')) {
            changed.set(
                    FlowAttribute.MARK,
                    (flow.get(FlowAttribute.MARK) & ~request.markMask & 0xffff_ffffL) ^ request.mark);
        }
        if (request.has('u')) {
            changed.set(FlowAttribute.STATUS, flow.get(FlowAttribute.STATUS) | request.flow.get(FlowAttribute.STATUS));
        }
        return changed;
    }

    private static boolean isChange(FlowMessage changed, FlowMessage flow) {
        for (FlowAttribute attribute : List.of(
                FlowAttribute.TIMEOUT,
                FlowAttribute.MARK,
                FlowAttribute.STATUS,
                FlowAttribute.TCP_STATE,
                FlowAttribute.SCTP_STATE)) {
            if (changed.has(attribute) && (!flow.has(attribute) || changed.get(attribute) != flow.get(attribute))) {
                return true;
            }
        }
        return false;
    }
}
