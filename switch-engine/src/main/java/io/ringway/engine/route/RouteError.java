package io.ringway.engine.route;

/** Why a lookup gave no route: the error numbers of {@code fib_lookup()}, with the C library's words for them. */
public enum RouteError {
    /** {@code EAGAIN}: nothing here, the next rule may know. */
    TRY_NEXT("Resource temporarily unavailable"),
    /** {@code ENETUNREACH}. */
    NETWORK_UNREACHABLE("Network is unreachable"),
    /** {@code EHOSTUNREACH}. */
    HOST_UNREACHABLE("No route to host"),
    /** {@code EACCES}. */
    PROHIBITED("Permission denied"),
    /** {@code EINVAL}: a blackhole, or an address that no packet may have. */
    INVALID("Invalid argument"),
    /** {@code ENODEV}. */
    NO_DEVICE("No such device");

    private final String words;

    RouteError(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
