package io.ringway.engine.vxlan;

/**
 * A tunnel endpoint ({@code struct vxlan_rdst}).
 *
 * @param address 0 for the local bridge, to which nothing is sent
 * @param port 0 for the interface's own
 * @param vni 0 for the interface's own
 * @param ifindex of the device in the interface's home that it is reached by, 0 for any
 */
public record VxlanRemote(int address, int port, int vni, int ifindex) {}
