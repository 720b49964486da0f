package io.ringway.replay.conversation;

/** What became of a conversation. */
public enum Verdict {
    /** Every packet that one end sent arrived at the other, in order. */
    COMPLETE("complete"),
    /** It began, and then a packet did not arrive. */
    CUT("cut"),
    /** Its first packet did not arrive. */
    NEVER_STARTED("never started");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
