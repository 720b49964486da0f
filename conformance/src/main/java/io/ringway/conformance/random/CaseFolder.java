package io.ringway.conformance.random;

import io.ringway.conformance.ConformRequest;
import io.ringway.conformance.TimedCommand;
import io.ringway.packet.Frame;
import io.ringway.packet.FramePool;
import io.ringway.pcap.PcapWriter;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A case as files: {@code lab.sh}, one capture {@code NS.IF.pcap} for each interface that sends, and the command. */
final class CaseFolder {
    /** Captures carry times since 1970; 0 would be taken for "no time". */
    static final long FIRST_NS = 946_684_800_000_000_000L;

    private static final FramePool POOL = new FramePool();

    private CaseFolder() {}

    static void write(Path folder, RandomCase one) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.pcap")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        List<String> lab = new ArrayList<>(List.of("#!/bin/bash"));
        lab.addAll(one.lab());
        Files.write(folder.resolve("lab.sh"), lab);
        for (String where : one.inlets()) {
            try (PcapWriter writer = PcapWriter.create(folder.resolve(file(where)))) {
                for (SentFrame frame : one.frames()) {
                    if (frame.where().equals(where)) {
                        Frame copy = POOL.allocate(frame.bytes().length);
                        copy.put(0, frame.bytes());
                        writer.write(copy, FIRST_NS + frame.timeNs());
                        copy.free();
                    }
                }
                writer.commit();
            }
        }
        Files.write(
                folder.resolve("conform.sh"),
                List.of("#!/bin/bash", "# From the root of the tree.", command(folder, one)));
    }

    /** As they will be sent: by time, then by the name of the interface. */
    static List<SentFrame> inOrder(RandomCase one) {
        List<SentFrame> frames = new ArrayList<>(one.frames());
        List<String> inlets = new ArrayList<>(one.inlets());
        frames.sort(
                Comparator.comparingLong(SentFrame::timeNs).thenComparingInt(frame -> inlets.indexOf(frame.where())));
        return frames;
    }

    private static String file(String where) {
        return where.replace(':', '.').replace(',', '.') + ".pcap";
    }

    /** The command that runs it. */
    static String command(Path folder, RandomCase one) {
        StringBuilder command = new StringBuilder("./ringway conform " + folder);
        for (String where : one.inlets()) {
            command.append(" --in ").append(SentFrame.interfaceOf(where)).append('=');
            command.append(folder.resolve(file(where))).append(SentFrame.isFromOutside(where) ? ",in" : "");
        }
        for (RandomCase.Change change : one.changes()) {
            command.append(" --at ")
                    .append(seconds(change.timeNs()))
                    .append(" '")
                    .append(change.command())
                    .append('\'');
        }
        return command + (one.alive() ? " --alive" : "") + " --linger " + one.lingerNs() / 1_000_000_000L;
    }

    private static String seconds(long timeNs) {
        return BigDecimal.valueOf(timeNs, 9).toPlainString();
    }

    static ConformRequest request(Path folder, RandomCase one) {
        List<ConformRequest.Input> inputs = new ArrayList<>();
        for (String where : one.inlets()) {
            InterfaceName name = InterfaceName.parse(SentFrame.interfaceOf(where));
            Path file = folder.resolve(file(where));
            inputs.add(new ConformRequest.Input(name, file, SentFrame.isFromOutside(where)));
        }
        List<TimedCommand> at = new ArrayList<>();
        for (RandomCase.Change change : one.changes()) {
            at.addAll(TimedCommand.parse(RefusedLine.CHANGE + at.size(), seconds(change.timeNs()), change.command()));
        }
        return new ConformRequest(
                List.of(folder.resolve("lab.sh")),
                inputs,
                at,
                List.of(),
                null,
                null,
                one.alive(),
                ConformRequest.Repairs.NONE,
                1,
                one.lingerNs());
    }
}
