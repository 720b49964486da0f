package io.ringway.engine.planted;

/** What comes out would differ from run to run, on purpose: {@code ArchitectureTest} must notice. */
public final class HiddenInput {
    private HiddenInput() {}

    public static final class Clock {
        public long now() {
            return System.nanoTime();
        }
    }

    public static final class Chance {
        public double draw() {
            return Math.random();
        }
    }

    public static final class Identity {
        public int of(Object object) {
            return System.identityHashCode(object);
        }
    }
}
