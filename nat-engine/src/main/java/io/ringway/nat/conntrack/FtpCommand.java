package io.ringway.nat.conntrack;

import io.ringway.packet.Ipv4Address;

/** The lines of FTP that announce a connection ({@code nf_conntrack_ftp.c:search}; RFC 959, RFC 1123 §4.1.2.6, RFC 2428). */
public enum FtpCommand {
    PORT("PORT", ' ', '\r'),
    EPRT("EPRT", ' ', '\r'),
    PASV("227 ", 0, 0),
    EPSV("229 ", '(', ')');

    final String pattern;

    /** What stands before the numbers, 0 for anything but a digit. */
    final int skip;

    /** What stands behind them, 0 for anything. */
    final int terminator;

    FtpCommand(String pattern, int skip, int terminator) {
        this.pattern = pattern;
        this.skip = skip;
        this.terminator = terminator;
    }

    /** What NAT writes in place of the numbers ({@code nf_nat_ftp_fmt_cmd()}). */
    public String numbers(int address, int port) {
        String dotted = Ipv4Address.format(address);
        return switch (this) {
            case PORT, PASV -> dotted.replace('.', ',') + ',' + (port >>> 8) + ',' + (port & 0xff);
            case EPRT -> "|1|" + dotted + '|' + port + '|';
            case EPSV -> "|||" + port + '|';
        };
    }
}
