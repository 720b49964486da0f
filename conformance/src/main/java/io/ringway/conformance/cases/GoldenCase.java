package io.ringway.conformance.cases;

import io.ringway.conformance.ConformRequest;
import io.ringway.conformance.TimedCommand;
import io.ringway.replay.request.InterfaceName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A folder {@code AREA/NAME} with {@code lab.sh}, {@code injected/NS.IF.pcap}, and if need be {@code at.txt} and
 * {@code options.txt}; {@code conformance/cases/README.md} describes them.
 */
public record GoldenCase(String name, Path folder) {
    private static final String CAPTURE = ".pcap";
    private static final String ARRIVING = ".in";
    private static final String RECORDED_ONLY = "--recorded-only";

    /** All below the folder of cases, by name. */
    public static List<GoldenCase> all(Path cases) throws IOException {
        try (Stream<Path> labs = Files.walk(cases, 3)) {
            return labs.filter(file -> file.endsWith("lab.sh"))
                    .map(file -> of(cases, file.getParent()))
                    .sorted(Comparator.comparing(GoldenCase::name))
                    .toList();
        }
    }

    private static GoldenCase of(Path cases, Path folder) {
        return new GoldenCase(cases.relativize(folder).toString(), folder);
    }

    Path injected() {
        return folder.resolve("injected");
    }

    Path observed() {
        return folder.resolve("observed");
    }

    Path recordedFile() {
        return folder.resolve("recorded.json");
    }

    Path stateFile() {
        return folder.resolve("state.json");
    }

    /**
     * What the kernel's log said, {@code LEVEL TEXT} a line; empty when it was not recorded. A case's own lines begin with
     * the last part of its name.
     */
    List<String> log() throws IOException {
        Path file = folder.resolve("log.txt");
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    }

    /** What {@code ringway conform} would be asked. */
    public ConformRequest request() throws IOException {
        boolean alive = false;
        long lingerNs = ConformRequest.LINGER_NS;
        for (String line : lines("options.txt")) {
            String[] words = line.split("\\s+", -1);
            switch (words[0]) {
                case "--alive" -> alive = true;
                case RECORDED_ONLY -> {}
                case "--linger" ->
                    lingerNs = new BigDecimal(words[1]).movePointRight(9).longValueExact();
                default -> throw new IOException(folder + "/options.txt: unknown option " + line);
            }
        }
        return new ConformRequest(
                List.of(folder),
                inputs(),
                commands(),
                List.of(),
                null,
                null,
                alive,
                ConformRequest.Repairs.NONE,
                1,
                lingerNs);
    }

    /** Whether the kernel is asked again where it may: not where that takes minutes. */
    boolean isAskedAgain() throws IOException {
        return !lines("options.txt").contains(RECORDED_ONLY);
    }

    private List<TimedCommand> commands() throws IOException {
        List<TimedCommand> commands = new ArrayList<>();
        for (String line : lines("at.txt")) {
            String[] parts = line.split("\\s+", 2);
            commands.addAll(TimedCommand.parse("at.txt", parts[0], parts[1]));
        }
        commands.sort(Comparator.comparingLong(TimedCommand::timeNs));
        return commands;
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        return Files.readAllLines(path).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private List<ConformRequest.Input> inputs() throws IOException {
        List<ConformRequest.Input> inputs = new ArrayList<>();
        for (Path file : captures(injected())) {
            String stem = stem(file);
            boolean arriving = stem.endsWith(ARRIVING);
            inputs.add(new ConformRequest.Input(
                    where(arriving ? stem.substring(0, stem.length() - ARRIVING.length()) : stem), file, arriving));
        }
        return inputs;
    }

    /** The captures of a folder, by name. */
    static List<Path> captures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(CAPTURE))
                    .sorted()
                    .toList();
        }
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - CAPTURE.length());
    }

    /** {@code NS.IF}; a namespace has no dot in its name here. */
    static InterfaceName where(String stem) {
        int dot = stem.indexOf('.');
        return new InterfaceName(stem.substring(0, dot), stem.substring(dot + 1));
    }

    static String captureName(InterfaceName where) {
        return where.namespace() + "." + where.device() + CAPTURE;
    }

    /** A checksum of everything that the kernel was given: a recording of other input is worth nothing. */
    Map<String, String> given() throws IOException {
        List<Path> files = new ArrayList<>(captures(injected()));
        for (String name : List.of("lab.sh", "at.txt", "options.txt", "machine.txt")) {
            if (Files.exists(folder.resolve(name))) {
                files.add(folder.resolve(name));
            }
        }
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files) {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            sums.put(
                    folder.relativize(file).toString(),
                    HexFormat.of().toHexDigits((int) sum.getValue()).toLowerCase());
        }
        return sums;
    }

    /** Its README, in one line. */
    public String shows() throws IOException {
        return Files.readString(folder.resolve("README.md"), StandardCharsets.UTF_8)
                .strip()
                .replace('\n', ' ');
    }

    @Override
    public String toString() {
        return name;
    }
}
