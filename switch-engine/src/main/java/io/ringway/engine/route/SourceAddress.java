package io.ringway.engine.route;

import io.ringway.engine.device.Device;
import io.ringway.engine.setting.InterfaceTable;
import io.ringway.engine.setting.StackSettings;

/** Which of its addresses a namespace sends from ({@code devinet.c:inet_select_addr()}). */
final class SourceAddress {
    private final InterfaceAddresses addresses;
    private final StackSettings settings;
    private final InterfaceTable interfaces;

    SourceAddress(InterfaceAddresses addresses, StackSettings settings, InterfaceTable interfaces) {
        this.addresses = addresses;
        this.settings = settings;
        this.interfaces = interfaces;
    }

    /**
     * An address of the device, of its subnet with {@code towards} if possible, else of any device; 0 for none.
     *
     * @param towards 0 for no preference
     * @param scope the narrowest scope allowed
     */
    int select(Device device, int towards, int scope) {
        int localnetScope = settings.routesLocalnet(device) ? Scope.LINK : Scope.HOST;
        int first = 0;
        for (InterfaceAddress address : addresses.of(device)) {
            if (address.secondary() || Math.min(address.scope(), localnetScope) > scope) {
                continue;
            }
            if (towards == 0 || address.prefix().contains(towards)) {
                return address.prefix().address();
            }
            if (first == 0) {
                first = address.prefix().address();
            }
        }
        return first != 0 ? first : selectElsewhere(scope);
    }

    private int selectElsewhere(int scope) {
        for (InterfaceTable.Interface each : interfaces.all()) {
            for (InterfaceAddress address : addresses.of(each.device())) {
                if (!address.secondary() && address.scope() != Scope.LINK && address.scope() <= scope) {
                    return address.prefix().address();
                }
            }
        }
        return 0;
    }
}
