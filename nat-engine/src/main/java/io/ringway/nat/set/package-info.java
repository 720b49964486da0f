/**
 * Sets of addresses, ports and interfaces (ipset): what {@code -m set} and {@code -j SET} ask, and the tool that makes them.
 *
 * <pre>
 *  words ─► IpsetTool ─► IpsetReader ─► IpsetLine ─► IpSets ─► SetSlot ─► IpSet
 *           (restore:    (options,                   (by       (name,     HashedSet   HashBuckets: the kernel's hash
 *            line by      EntryReader,                index)    who        BitmapPortSet
 *            line)        HeaderReader)                         holds it)  ListSet     other slots
 *                                                                 ▲
 *  packet ─► PacketFacts + SetUse ────────────────────────────────┘
 * </pre>
 *
 * <p>Members lie in the kernel's own hash ({@link io.ringway.nat.set.HashBuckets}): with the same {@code initval} they come out
 * in its order and take its memory. What the tool answers is recorded by {@code src/test/kernel/record-ipset.sh}.
 */
package io.ringway.nat.set;
