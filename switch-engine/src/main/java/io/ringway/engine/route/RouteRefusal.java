package io.ringway.engine.route;

/** The kernel would not make or remove that route; the message is the line that {@code ip} prints. */
public final class RouteRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RouteRefusal(String line) {
        super(line, null, false, false);
    }

    /** The kernel said what is wrong ({@code NL_SET_ERR_MSG()}). */
    static RouteRefusal because(String reason) {
        return new RouteRefusal("Error: " + reason + ".");
    }

    /** The kernel only gave an error number, in words. */
    static RouteRefusal answer(String errno) {
        return new RouteRefusal("RTNETLINK answers: " + errno);
    }
}
