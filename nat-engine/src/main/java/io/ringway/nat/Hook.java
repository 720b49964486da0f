package io.ringway.nat;

/** The five places of the IPv4 path where netfilter is asked ({@code enum nf_inet_hooks}), in the kernel's order. */
public enum Hook {
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING
}
