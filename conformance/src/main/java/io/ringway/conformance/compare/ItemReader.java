package io.ringway.conformance.compare;

import java.util.SortedMap;

/** Takes what a tool printed apart into named items. */
interface ItemReader {
    /** Values by item name; the name of one of many fields ends in {@code /} and the field's. */
    SortedMap<String, String> read(String text);
}
