package io.ringway.engine.setting;

/** {@code net.ipv4.igmp_*} of one namespace. */
public final class IgmpSettings {
    private int robustness = 2;
    private int maxMemberships = 20;

    /** {@code igmp_qrv}: how often a change is told. */
    public int robustness() {
        return robustness;
    }

    public void setRobustness(int robustness) {
        this.robustness = robustness;
    }

    /** {@code igmp_max_memberships}: how many groups addresses with {@code autojoin} may join. */
    public int maxMemberships() {
        return maxMemberships;
    }

    public void setMaxMemberships(int maxMemberships) {
        this.maxMemberships = maxMemberships;
    }
}
