package io.ringway.nat.conntrack.tool;

import io.ringway.nat.conntrack.Ctnetlink;

/** What the tool makes of the kernel's errors ({@code err2str()}). */
final class ErrorText {
    private ErrorText() {}

    static String of(int error, ToolCommand command) {
        return switch (error) {
            case Ctnetlink.EINVAL -> "invalid parameters";
            case Ctnetlink.EEXIST ->
                command == ToolCommand.CREATE ? "Such conntrack exists, try -U to update" : "File exists";
            case Ctnetlink.ENOENT ->
                switch (command) {
                    case CREATE, ADD, GET, DELETE -> "such conntrack doesn't exist";
                    default -> "No such file or directory";
                };
            case Ctnetlink.ENOMEM -> "not enough memory";
            case Ctnetlink.EBUSY -> "Device or resource busy";
            case Ctnetlink.EPERM -> "sorry, you must be root or get CAP_NET_ADMIN capability to do this";
            case Ctnetlink.EOPNOTSUPP -> "Operation not supported";
            default -> "Unknown error " + error;
        };
    }
}
