package io.ringway.engine.ipv4;

import io.ringway.engine.device.Device;
import io.ringway.engine.route.InterfaceAddress;
import io.ringway.engine.route.Scope;
import io.ringway.engine.setting.InterfaceSettings.Setting;
import io.ringway.engine.setting.StackSettings;
import io.ringway.nat.AddressType;

/** Whom ARP answers, with which address it asks, and whom it believes: the {@code arp_*} settings of {@code arp.c}. */
final class ArpPolicy {
    private static final int SUBNET_ONLY = 2;

    private final Ipv4Stack stack;

    ArpPolicy(Ipv4Stack stack) {
        this.stack = stack;
    }

    private int larger(Device device, Setting setting) {
        StackSettings settings = stack.settings();
        return Math.max(settings.all().get(setting), settings.of(device).get(setting));
    }

    boolean isOn(Device device, Setting setting) {
        return larger(device, setting) != 0;
    }

    /** Whether a request for an address of this host stays without an answer ({@code arp_ignore()}). */
    boolean ignores(Device in, int sender, int target) {
        return switch (larger(in, Setting.ARP_IGNORE)) {
            case 1 -> confirm(in, 0, target, Scope.HOST) == 0;
            case 2 -> confirm(in, sender, target, Scope.HOST) == 0;
            case 3 -> {
                for (Device device : stack.devices()) {
                    if (confirm(device, 0, target, Scope.LINK) != 0) {
                        yield false;
                    }
                }
                yield true;
            }
            case 8 -> true;
            default -> false;
        };
    }

    /** Whether the way of the target's answer to the sender leads by another device ({@code arp_filter()}). */
    boolean filters(Device in, int sender, int target) {
        if (!isOn(in, Setting.ARP_FILTER)) {
            return false;
        }
        OutputRoute back = stack.outputRoute(target, sender);
        return back == null || back.device() != in;
    }

    /** Whether somebody unknown may make himself known ({@code arp_accept()}). */
    boolean accepts(Device in, int sender) {
        int mode = larger(in, Setting.ARP_ACCEPT);
        return mode == 1 || (mode == SUBNET_ONLY && confirm(in, sender, 0, Scope.LINK) != 0);
    }

    /**
     * The address to ask with ({@code arp_solicit()}).
     *
     * @param waiting the source of the packet that waits, 0 for none
     */
    int sourceFor(Device device, int target, int waiting) {
        int mode = larger(device, Setting.ARP_ANNOUNCE);
        boolean own = waiting != 0 && mode <= 1 && stack.routing().type(waiting, null) == AddressType.LOCAL;
        if (own && (mode == 0 || sharesSubnet(device, target, waiting))) {
            return waiting;
        }
        return stack.routing().select(device, target, Scope.LINK);
    }

    /** {@code devinet.c:inet_addr_onlink()}. */
    private boolean sharesSubnet(Device device, int one, int other) {
        for (InterfaceAddress address : stack.routing().addressesOf(device)) {
            if (address.prefix().contains(one) && address.prefix().contains(other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An address of the device that fits both ({@code devinet.c:confirm_addr_indev()}), 0 when there is none.
     *
     * @param towards 0, or what its subnet must hold
     * @param local 0, or the very address
     */
    private int confirm(Device device, int towards, int local, int scope) {
        int found = 0;
        boolean same = false;
        int widest = stack.settings().routesLocalnet(device) ? Scope.LINK : Scope.HOST;
        for (InterfaceAddress address : stack.routing().addressesOf(device)) {
            boolean inScope = Math.min(address.scope(), widest) <= scope;
            int own = address.prefix().address();
            if (found == 0 && (local == 0 || local == own) && inScope) {
                found = own;
                if (same) {
                    break;
                }
            }
            if (same) {
                continue;
            }
            same = (local == 0 || address.prefix().contains(local))
                    && (towards == 0 || address.prefix().contains(towards));
            if (same && found != 0) {
                if (local != 0 || towards == 0 || address.prefix().contains(found)) {
                    break;
                }
                if (inScope) {
                    found = own;
                    break;
                }
                same = false;
            }
        }
        return same ? found : 0;
    }
}
