package io.ringway.nat.rules.extension;

import io.ringway.nat.rules.IptablesException;

/**
 * What is wrong with a command, before it is known which tool says it and at which line: {@link ToolWords} makes the
 * {@link IptablesException} of it.
 */
public final class Refusal extends RuntimeException {
    /** How the tools word a refusal, and with which exit code. */
    public enum Kind {
        /** {@code xtables_error(PARAMETER_PROBLEM)}: with the hint at the manual. */
        PARAMETER,
        /** The same without program name and version in front. */
        BARE_PARAMETER,
        /** {@code xtables_error(OTHER_PROBLEM)}. */
        OTHER,
        /** {@code xtables_error(VERSION_PROBLEM)}. */
        VERSION,
        /** What {@code nft_strerror()} makes of an errno. */
        FAILED,
        /** The same for EINVAL, which a command of its own follows up with a hint at dmesg. */
        FAILED_INVALID,
        /** A message that the kernel refused. */
        KERNEL,
        /** Something that iptables can do and this model cannot. */
        NOT_MODELLED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private Refusal(Kind kind, String text) {
        super(text, null, false, false);
        this.kind = kind;
    }

    public static Refusal parameter(String text) {
        return new Refusal(Kind.PARAMETER, text);
    }

    public static Refusal bareParameter(String text) {
        return new Refusal(Kind.BARE_PARAMETER, text);
    }

    public static Refusal other(String text) {
        return new Refusal(Kind.OTHER, text);
    }

    public static Refusal version(String text) {
        return new Refusal(Kind.VERSION, text);
    }

    public static Refusal failed(String text) {
        return new Refusal(Kind.FAILED, text);
    }

    public static Refusal failedInvalid(String text) {
        return new Refusal(Kind.FAILED_INVALID, text);
    }

    public static Refusal noSuchName() {
        return failed("No chain/target/match by that name");
    }

    /**
     * @param message the netlink message, as RULE_APPEND
     * @param reason the text of the errno
     * @param object what it was about, as "chain c1" or "rule in chain INPUT"
     */
    public static Refusal kernel(String message, String reason, String object) {
        return new Refusal(Kind.KERNEL, message + " failed (" + reason + "): " + object);
    }

    public static Refusal notModelled(String what) {
        return new Refusal(Kind.NOT_MODELLED, what + " is not modelled");
    }

    public Kind kind() {
        return kind;
    }
}
