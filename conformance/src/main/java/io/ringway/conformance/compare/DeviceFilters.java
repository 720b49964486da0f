package io.ringway.conformance.compare;

/**
 * What {@code bridge fdb} lists beside the forwarding databases of bridges: the multicast filter of each device
 * ({@code self}, {@code rtnl_fdb_dump()}'s default), which the model does not have.
 */
public final class DeviceFilters implements StateRule {
    @Override
    public String name() {
        return "multicast filters in bridge fdb";
    }

    @Override
    public String reason() {
        return "a device's list of multicast addresses to receive, which decides nothing on virtual devices";
    }

    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        return key.equals("fdb") && model == null && item.contains(" self/") && isGroup(item);
    }

    private static boolean isGroup(String item) {
        return item.startsWith("01:00:5e:") || item.startsWith("33:33:");
    }
}
