package io.ringway.nat.conntrack;

/** What a connection with a helper has beside the others ({@code struct nf_conn_help}). */
final class Help {
    final Helper helper;
    private final Expectations expectations;

    /** Where lines begin, of FTP alone. */
    final FtpLines lines;

    /** What is expected of its ends, null for nothing: both helpers' policies allow one at a time. */
    Expectation expected;

    Help(Helper helper, Expectations expectations) {
        this.helper = helper;
        this.expectations = expectations;
        this.lines = helper == Helper.FTP ? new FtpLines() : null;
    }

    /** Its connection is no more, or somebody wants it forgotten ({@code nf_ct_remove_expectations()}). */
    void expectNothing() {
        if (expected != null) {
            expectations.remove(expected);
        }
    }
}
