package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.Match;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.Target;
import io.ringway.nat.rules.match.AddressRangeMatch;
import io.ringway.nat.rules.match.AddressTypeMatch;
import io.ringway.nat.rules.match.CommentMatch;
import io.ringway.nat.rules.match.ConnectionBytesMatch;
import io.ringway.nat.rules.match.ConnectionLimitMatch;
import io.ringway.nat.rules.match.ConnectionMarkMatch;
import io.ringway.nat.rules.match.ConntrackMatch;
import io.ringway.nat.rules.match.CpuMatch;
import io.ringway.nat.rules.match.DccpMatch;
import io.ringway.nat.rules.match.DscpMatch;
import io.ringway.nat.rules.match.EcnMatch;
import io.ringway.nat.rules.match.HashLimitMatch;
import io.ringway.nat.rules.match.HelperMatch;
import io.ringway.nat.rules.match.IcmpMatch;
import io.ringway.nat.rules.match.LengthMatch;
import io.ringway.nat.rules.match.LimitMatch;
import io.ringway.nat.rules.match.MacMatch;
import io.ringway.nat.rules.match.MarkMatch;
import io.ringway.nat.rules.match.MultiportMatch;
import io.ringway.nat.rules.match.OwnerMatch;
import io.ringway.nat.rules.match.PacketTypeMatch;
import io.ringway.nat.rules.match.PhysicalDeviceMatch;
import io.ringway.nat.rules.match.QuotaMatch;
import io.ringway.nat.rules.match.RecentMatch;
import io.ringway.nat.rules.match.ReversePathMatch;
import io.ringway.nat.rules.match.SctpMatch;
import io.ringway.nat.rules.match.SetMatch;
import io.ringway.nat.rules.match.SocketMatch;
import io.ringway.nat.rules.match.SpiMatch;
import io.ringway.nat.rules.match.StatisticMatch;
import io.ringway.nat.rules.match.StringMatch;
import io.ringway.nat.rules.match.TcpMatch;
import io.ringway.nat.rules.match.TcpMssMatch;
import io.ringway.nat.rules.match.TimeMatch;
import io.ringway.nat.rules.match.TosMatch;
import io.ringway.nat.rules.match.TtlMatch;
import io.ringway.nat.rules.match.U32Match;
import io.ringway.nat.rules.match.UdpMatch;
import io.ringway.nat.rules.match.UnmodelledMatch;
import io.ringway.nat.rules.target.ChecksumTarget;
import io.ringway.nat.rules.target.ClassifyTarget;
import io.ringway.nat.rules.target.ConnectionMarkTarget;
import io.ringway.nat.rules.target.DscpTarget;
import io.ringway.nat.rules.target.LogTarget;
import io.ringway.nat.rules.target.MarkTarget;
import io.ringway.nat.rules.target.NatTarget;
import io.ringway.nat.rules.target.NetlinkLogTarget;
import io.ringway.nat.rules.target.NetmapTarget;
import io.ringway.nat.rules.target.RejectTarget;
import io.ringway.nat.rules.target.SetTarget;
import io.ringway.nat.rules.target.TcpMssTarget;
import io.ringway.nat.rules.target.TeeTarget;
import io.ringway.nat.rules.target.TosTarget;
import io.ringway.nat.rules.target.TraceTarget;
import io.ringway.nat.rules.target.TrackingTarget;
import io.ringway.nat.rules.target.TransparentProxyTarget;
import io.ringway.nat.rules.target.TtlTarget;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The explicit list of all matches and targets. A new one is one file and one line here. */
final class Extensions {
    private static final List<Extension<Match>> MATCHES = List.of(
            AddressRangeMatch.EXTENSION,
            AddressTypeMatch.EXTENSION,
            CommentMatch.EXTENSION,
            ConnectionBytesMatch.EXTENSION,
            ConnectionLimitMatch.EXTENSION,
            ConnectionMarkMatch.EXTENSION,
            ConntrackMatch.CONNTRACK,
            ConntrackMatch.STATE,
            CpuMatch.EXTENSION,
            DccpMatch.EXTENSION,
            DscpMatch.EXTENSION,
            EcnMatch.EXTENSION,
            HashLimitMatch.EXTENSION,
            HelperMatch.EXTENSION,
            IcmpMatch.EXTENSION,
            LengthMatch.EXTENSION,
            LimitMatch.EXTENSION,
            MacMatch.EXTENSION,
            MarkMatch.EXTENSION,
            MultiportMatch.EXTENSION,
            OwnerMatch.EXTENSION,
            PacketTypeMatch.EXTENSION,
            PhysicalDeviceMatch.EXTENSION,
            QuotaMatch.EXTENSION,
            RecentMatch.EXTENSION,
            ReversePathMatch.EXTENSION,
            SctpMatch.EXTENSION,
            SetMatch.EXTENSION,
            SocketMatch.EXTENSION,
            SpiMatch.AH,
            SpiMatch.ESP,
            SpiMatch.IPCOMP,
            StatisticMatch.EXTENSION,
            StringMatch.EXTENSION,
            TcpMatch.EXTENSION,
            TcpMssMatch.EXTENSION,
            TimeMatch.EXTENSION,
            TosMatch.EXTENSION,
            TtlMatch.EXTENSION,
            U32Match.EXTENSION,
            UdpMatch.EXTENSION);

    private static final List<Extension<Target>> TARGETS = List.of(
            ChecksumTarget.EXTENSION,
            ClassifyTarget.EXTENSION,
            ConnectionMarkTarget.EXTENSION,
            NatTarget.DNAT,
            DscpTarget.EXTENSION,
            LogTarget.EXTENSION,
            MarkTarget.EXTENSION,
            NatTarget.MASQUERADE,
            NetlinkLogTarget.EXTENSION,
            NetmapTarget.EXTENSION,
            TrackingTarget.CT,
            TrackingTarget.NOTRACK,
            NatTarget.REDIRECT,
            RejectTarget.EXTENSION,
            SetTarget.EXTENSION,
            NatTarget.SNAT,
            TcpMssTarget.EXTENSION,
            TeeTarget.EXTENSION,
            TosTarget.EXTENSION,
            TraceTarget.EXTENSION,
            TransparentProxyTarget.EXTENSION,
            TtlTarget.EXTENSION);

    /** Verdicts that need no extension. */
    static final Set<String> VERDICTS = Set.of("ACCEPT", "DROP", "RETURN");

    // What Debian's iptables 1.8.9 loads for IPv4 beyond the lists above: named, so that a refusal can say which.
    private static final Set<String> OTHER_MATCHES = Set.of("ipvs", "nfacct", "rateest");
    private static final Set<String> OTHER_TARGETS = Set.of(("AUDIT CLUSTERIP CONNSECMARK ECN HMARK IDLETIMER LED"
                    + " NFQUEUE QUEUE RATEEST SECMARK SYNPROXY TCPOPTSTRIP ULOG")
            .split(" ", -1));

    private Extensions() {}

    /** Of every match and target, for those who must know all. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        MATCHES.forEach(extension -> names.add(extension.name()));
        TARGETS.forEach(extension -> names.add(extension.name()));
        return names;
    }

    /** The match of a name, or null when neither the tool nor the model knows it. */
    static Extension<Match> match(String name) {
        for (Extension<Match> extension : MATCHES) {
            if (extension.name().equals(name)) {
                return extension;
            }
        }
        for (Extension<Match> extension : UnmodelledMatch.ALL) {
            if (extension.name().equals(name)) {
                return extension;
            }
        }
        if (OTHER_MATCHES.contains(name)) {
            throw Refusal.notModelled("match " + name);
        }
        return null;
    }

    /** The target of a name; null for a verdict, a chain, or anything else. */
    static Extension<Target> target(String name) {
        for (Extension<Target> extension : TARGETS) {
            if (extension.name().equals(name)) {
                return extension;
            }
        }
        if (OTHER_TARGETS.contains(name)) {
            throw Refusal.notModelled("target " + name);
        }
        return null;
    }

    /** Whether a chain cannot have this name because a target has it. */
    static boolean isTargetName(String name) {
        return VERDICTS.contains(name)
                || OTHER_TARGETS.contains(name)
                || TARGETS.stream().anyMatch(extension -> extension.name().equals(name));
    }
}
