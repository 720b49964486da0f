package io.ringway.pcap;

/**
 * What the kernel counted since a live interface was opened ({@code pcap_stats}).
 *
 * @param received frames that passed the capture's filter, whether read yet or not
 * @param droppedByKernel because nobody read them in time and the buffer was full
 * @param droppedByInterface by the device or its driver
 */
public record LiveStatistics(long received, long droppedByKernel, long droppedByInterface) {}
