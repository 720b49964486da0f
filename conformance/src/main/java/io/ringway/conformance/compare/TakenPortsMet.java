package io.ringway.conformance.compare;

/** {@code found} of {@code conntrack -S} counts the taken ports that NAT met; where it drew one, how many is chance. */
public final class TakenPortsMet implements StateRule {
    private final DrawnPorts drawn;

    TakenPortsMet(DrawnPorts drawn) {
        this.drawn = drawn;
    }

    @Override
    public String name() {
        return "taken ports that NAT met (found of conntrack -S) where it drew one";
    }

    @Override
    public String reason() {
        return "from which port on it looks for a free one is drawn at random";
    }

    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        return key.equals("conntrack-S") && item.equals("found") && kernel != null && model != null && !drawn.isEmpty();
    }
}
