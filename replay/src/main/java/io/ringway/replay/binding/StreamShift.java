package io.ringway.replay.binding;

import java.util.Arrays;

/** How many bytes later a stream is than in the capture, from which of its bytes on: lines of it have become longer or shorter. */
final class StreamShift {
    private int[] places = new int[2];
    private int[] totals = new int[2];
    private int count;

    /** What follows the segment that began there in the capture comes so many bytes later; one sent again tells nothing new. */
    void add(int place, int bytes) {
        boolean known = bytes == 0;
        for (int i = 0; i < count; i++) {
            known |= places[i] == place;
        }
        if (known) {
            return;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            totals = Arrays.copyOf(totals, count * 2);
        }
        places[count] = place;
        totals[count] = bytes + (count == 0 ? 0 : totals[count - 1]);
        count++;
    }

    /** Of a sequence number of the capture. */
    int at(int sequence) {
        int i = count - 1;
        while (i >= 0 && sequence - places[i] <= 0) {
            i--;
        }
        return i < 0 ? 0 : totals[i];
    }
}
