package io.ringway.conformance.kernel;

/** An interface by the name of its namespace, as the command line writes it: {@code NS:IF}. */
public record InterfaceName(String namespace, String name) implements Comparable<InterfaceName> {
    @Override
    public int compareTo(InterfaceName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace + ":" + name;
    }
}
