package io.ringway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A capture with something done to its octets: a seed names what. */
final class DamagedCapture {
    private static final int LARGEST = 300_000;
    private static final int[] ODD = {0, 1, 0x7f, 0x80, 0xff, 0x45, 0x4f, 0x06, 0x11, 0x01};

    private final Random random;
    private byte[] bytes;

    private DamagedCapture(Random random, byte[] bytes) {
        this.random = random;
        this.bytes = bytes;
    }

    /** One of these, damaged in one to twelve places; the larger ones are cut first. */
    static DamagedCapture of(List<String> files, int seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(Path.of(files.get(random.nextInt(files.size()))));
        DamagedCapture capture = new DamagedCapture(random, Arrays.copyOf(bytes, Math.min(bytes.length, LARGEST)));
        int places = 1 + random.nextInt(12);
        for (int i = 0; i < places && capture.bytes.length > 40; i++) {
            capture.damage();
        }
        return capture;
    }

    byte[] bytes() {
        return bytes;
    }

    int way(int ways) {
        return random.nextInt(ways);
    }

    private void damage() {
        int at = place();
        switch (random.nextInt(10)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> remove(at, 1 + random.nextInt(8));
            case 2 -> repeat(at, 1 + random.nextInt(64));
            case 3 -> put(at & ~3, random.nextInt(), 4);
            case 4 -> put(at & ~3, random.nextInt(300), 4);
            case 5 -> put(at, random.nextInt(), 2);
            default -> bytes[at] = (byte) ODD[random.nextInt(ODD.length)];
        }
    }

    /** In the file's head as often as anywhere else, where lengths and kinds stand. */
    private int place() {
        return random.nextInt(random.nextInt(3) == 0 ? Math.min(bytes.length, 200) : bytes.length);
    }

    private void put(int at, int value, int count) {
        for (int i = 0; i < count && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> (8 * i));
        }
    }

    private void remove(int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        bytes = shorter;
    }

    private void repeat(int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, longer, end, bytes.length - at);
        bytes = longer;
    }
}
