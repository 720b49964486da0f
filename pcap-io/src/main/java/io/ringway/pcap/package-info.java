/**
 * Captures: files read and written, live interfaces.
 *
 * <pre>
 *   file, pipe ── CaptureReader ── magic ─┬─ PcapFormat ────┐
 *                   │                     └─ PcapngFormat ──┴─ PacketRecord ── Frame of a FramePool
 *                   └── CaptureInput: 256 KiB chunks
 *   Frame ── PcapWriter ── CaptureTarget: a partial file moved into place, or a pipe
 *   Frame ── LiveInterface ── pcap4j ── libpcap
 * </pre>
 *
 * <p>Only {@code LiveInterface} touches pcap4j: a native call for each packet is far too slow for files, and libpcap
 * hides what pcapng knows about its interfaces. Facts about the formats are from draft-ietf-opsawg-pcap and
 * draft-ietf-opsawg-pcapng.
 */
package io.ringway.pcap;
