package io.ringway.engine.ipv4;

/** What a command says of a neighbour and ARP does not ({@code NTF_ROUTER}, {@code NTF_EXT_LEARNED}, {@code NDA_PROTOCOL}). */
public final class NeighbourFlags {
    private boolean router;
    private boolean externLearned;
    private int protocol;

    public boolean isRouter() {
        return router;
    }

    public void setRouter(boolean router) {
        this.router = router;
    }

    public boolean isExternLearned() {
        return externLearned;
    }

    public void setExternLearned(boolean externLearned) {
        this.externLearned = externLearned;
    }

    /** As in a route, 0 for none. */
    public int protocol() {
        return protocol;
    }

    public void setProtocol(int protocol) {
        this.protocol = protocol;
    }
}
