package io.ringway.conformance.compare;

/** How many parts of the kernel hold a reference to a connection at the moment of the listing. */
public final class UseCount implements StateRule {
    @Override
    public String name() {
        return "conntrack use=";
    }

    @Override
    public String reason() {
        return "references within the kernel, a listing's own among them";
    }

    @Override
    public boolean excuses(String key, String item, String kernel, String model) {
        return key.equals("conntrack") && item.endsWith("/use") && kernel != null && model != null;
    }
}
