package io.ringway.engine.device;

import io.ringway.engine.core.Kernel;
import io.ringway.packet.DropReason;
import io.ringway.packet.EthernetHeader;
import io.ringway.packet.Frame;
import io.ringway.packet.MacAddress;
import java.util.List;

/**
 * A device with a MAC address of its own on top of another one ({@code drivers/net/macvlan.c}). What the lower device
 * receives is shared out by {@link MacvlanPort}.
 */
public final class Macvlan extends Device {
    private final MacvlanPort port;
    private final MacvlanReceive receive;
    private final MacvlanListening listening = new MacvlanListening(this);
    private MacvlanMode mode;
    private MacvlanOptions options = MacvlanOptions.DEFAULT;

    private Macvlan(Kernel kernel, String name, long mac, MacvlanPort port, MacvlanMode mode) {
        super(kernel, name, port.lower().mtu(), mac);
        this.port = port;
        this.mode = mode;
        receive = new MacvlanReceive(this, kernel);
    }

    /**
     * A new one on top of {@code on}, or of what that stands on if it is a macvlan itself. In passthru mode it takes over
     * the lower device's address.
     *
     * @throws IllegalStateException when the lower device cannot carry one, see {@link #mayStandOn}
     */
    public static Macvlan on(Kernel kernel, Device on, String name, long mac, MacvlanMode mode) {
        Device lower = realLower(on);
        if (!mayStandOn(lower) || !MacvlanPort.mayJoin(lower, mode)) {
            throw new IllegalStateException(lower.name() + " cannot carry a macvlan in mode " + mode.word());
        }
        MacvlanPort port = MacvlanPort.of(kernel, lower);
        long own = mode == MacvlanMode.PASSTHRU ? lower.mac() : mac;
        Macvlan macvlan = new Macvlan(kernel, name, own, port, mode);
        port.join(macvlan);
        return macvlan;
    }

    /** Where a macvlan would really stand. */
    public static Device realLower(Device on) {
        return on instanceof Macvlan macvlan ? macvlan.lower() : on;
    }

    /** False when a bridge or something else takes what the device receives ({@code macvlan_port_create()}). */
    public static boolean mayStandOn(Device lower) {
        return MacvlanPort.existsOn(lower) || !lower.reception().hasHandler();
    }

    /** False when one in passthru mode is there, or would join others ({@code macvlan_common_newlink()}). */
    public static boolean mayJoin(Device lower, MacvlanMode mode) {
        return MacvlanPort.mayJoin(lower, mode);
    }

    /** {@code macvlan_start_xmit()}. */
    @Override
    protected void xmit(Frame frame) {
        if (answer(frame) == Handover.REFUSED) {
            counters().txDropped++;
        } else {
            counters().sent(countedBytes(frame));
        }
        if (mode == MacvlanMode.BRIDGE) {
            long destination = EthernetHeader.destination(frame);
            if (MacAddress.isMulticast(destination)) {
                port.shareFrom(this, frame, destination);
            } else if (port.isReachedDirectly(destination)) {
                port.forward(frame, this);
                return;
            }
        }
        if (lower().isUp()) {
            lower().transmit().receive(frame);
        } else {
            // A device that is down has the queue that takes nothing, and says so to nobody:
            // sch_generic.c:noop_enqueue().
            lower().counters().txDropped++;
            drop(frame, DropReason.DEV_READY);
        }
    }

    /** What the lower device says, but of what a sibling gets directly ({@code macvlan_queue_xmit()}). */
    @Override
    protected Handover answer(Frame frame) {
        boolean direct = mode == MacvlanMode.BRIDGE && port.isReachedDirectly(EthernetHeader.destination(frame));
        return direct || !lower().isUp() ? Handover.TAKEN : lower().handover(frame);
    }

    boolean listensTo(long group) {
        return listening.to(group);
    }

    @Override
    public boolean hasCarrier() {
        return carrier().isPresent();
    }

    @Override
    public String kind() {
        return "macvlan";
    }

    /** Where its port hands in what it gets. */
    MacvlanReceive receive() {
        return receive;
    }

    MacvlanPort sharedPort() {
        return port;
    }

    public Device lower() {
        return port.lower();
    }

    @Override
    boolean inheritsCarrier() {
        return true;
    }

    @Override
    boolean settlesLate() {
        return true;
    }

    @Override
    public Device linked() {
        return lower();
    }

    public MacvlanMode mode() {
        return mode;
    }

    /** Passthru cannot be entered or left; what source mode knew is forgotten with it. */
    public void setMode(MacvlanMode mode) {
        if (this.mode != mode) {
            port.sources().flush(this);
        }
        this.mode = mode;
    }

    public MacvlanOptions options() {
        return options;
    }

    /** Takes the lower device's promiscuity back or asks for it, up or not ({@code macvlan_changelink()}). */
    public void setOptions(MacvlanOptions options) {
        if (mode == MacvlanMode.PASSTHRU && options.nopromisc() != this.options.nopromisc()) {
            lower().filter().addPromiscuous(options.nopromisc() ? -1 : 1);
        }
        this.options = options;
        port.queueLengthChanged();
    }

    /** The options of one that has just been made. */
    public void startWith(MacvlanOptions first) {
        options = first;
        port.queueLengthChanged();
    }

    /** How many broadcasts may wait on the lower device, by the largest wish. */
    public long usedBroadcastQueue() {
        return port.queueLength();
    }

    /** Whose frames it gets in source mode, in the order of the kernel's hash table. */
    public List<Long> sources() {
        return port.sources().of(this);
    }

    public void addSource(long sender) {
        port.sources().add(this, sender);
    }

    public void removeSource(long sender) {
        port.sources().remove(this, sender);
    }

    public void flushSources() {
        port.sources().flush(this);
    }

    /** Whether another macvlan of the same lower device, or that itself, has the address ({@code macvlan_addr_busy()}). */
    public boolean isBusy(long mac) {
        return port.isBusy(mac);
    }

    @Override
    public void setUp(boolean up) {
        boolean was = isUp();
        if (was && !up) {
            groups().takeBackFrom(lower().groups());
        }
        if (was != up) {
            listening.set(up);
        }
        super.setUp(up);
        groupsChanged();
    }

    @Override
    void groupsChanged() {
        listening.groupsChanged();
    }

    @Override
    boolean filtersUnicast() {
        return true;
    }

    @Override
    void promiscuityChanged(boolean promiscuous) {
        listening.promiscuityChanged(promiscuous);
    }

    @Override
    void allMulticastChanged(boolean allMulticast) {
        listening.allMulticastChanged(allMulticast);
    }

    /** In passthru mode the address is the lower device's ({@code macvlan_set_mac_address()}). */
    @Override
    public void setMac(long mac) {
        if (mac == mac()) {
            return;
        }
        if (mode == MacvlanMode.PASSTHRU) {
            lower().setMac(mac);
        } else {
            changeMac(mac);
        }
        super.setMac(mac);
    }

    private void changeMac(long mac) {
        listening.addressChanges(mac);
        if (isUp()) {
            port.listening(this, false);
        }
        takeMac(mac);
        if (isUp()) {
            port.listening(this, true);
        }
    }

    /** Its own neighbours stay: nobody is told ({@code macvlan_sync_address()}). */
    @Override
    void lowerMacChanged() {
        if (mode == MacvlanMode.PASSTHRU) {
            changeMac(lower().mac());
        }
    }

    @Override
    void lowerMtuChanged() {
        if (mtu() > lower().mtu()) {
            setMtu(lower().mtu());
        }
    }

    @Override
    public void deleted() {
        super.deleted();
        port.leave(this);
    }
}
