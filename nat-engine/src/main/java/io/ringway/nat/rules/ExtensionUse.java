package io.ringway.nat.rules;

import io.ringway.nat.rules.extension.Extension;
import io.ringway.nat.rules.extension.ExtensionOption;
import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.RuleHead;
import java.util.List;

/** One occurrence of an extension on a command line, and the tool's checks of its options (xtoptions.c). */
final class ExtensionUse<T> {
    private final Extension<T> extension;
    private final Extension.Reading<T> reading;
    private int seen;

    ExtensionUse(Extension<T> extension) {
        this.extension = extension;
        this.reading = extension.reading().get();
    }

    String name() {
        return extension.name();
    }

    List<ExtensionOption> options() {
        return extension.options();
    }

    void option(ExtensionOption option, String argument, boolean inverted, RuleHead head) {
        if (extension.checked()) {
            if ((seen & 1 << option.id()) != 0) {
                throw wrong(option, "can only be used once.");
            }
            if (inverted && !option.invertible()) {
                throw wrong(option, "cannot be inverted.");
            }
        }
        seen |= 1 << option.id();
        reading.option(option.id(), argument, inverted, head);
    }

    T finish(RuleHead head) {
        boolean nothing = extension.checked() && seen == 0 && requiresOption();
        T finished = nothing && !reading.judgesFirst() ? null : reading.finish(head);
        if (extension.checked()) {
            for (ExtensionOption option : extension.options()) {
                checkTogether(option);
            }
        }
        return finished;
    }

    private boolean requiresOption() {
        return extension.options().stream().anyMatch(ExtensionOption::mandatory);
    }

    private void checkTogether(ExtensionOption option) {
        if ((seen & 1 << option.id()) == 0) {
            if (option.mandatory()) {
                throw wrong(option, "must be specified");
            }
            return;
        }
        for (int id = 0; id < Integer.SIZE; id++) {
            int bit = 1 << id;
            if ((option.requires() & bit) != 0 && (seen & bit) == 0) {
                throw wrong(option, "also requires \"--" + firstName(id) + "\".");
            }
            if (id != option.id() && (option.excludes() & bit) != 0 && (seen & bit) != 0) {
                throw wrong(option, "cannot be used together with \"--" + firstName(id) + "\".");
            }
        }
    }

    private Refusal wrong(ExtensionOption option, String what) {
        return Refusal.parameter(extension.name() + ": option \"--" + firstName(option.id()) + "\" " + what + "\n");
    }

    private String firstName(int id) {
        for (ExtensionOption option : extension.options()) {
            if (option.id() == id) {
                return option.name();
            }
        }
        throw new IllegalArgumentException(extension.name() + " has no option " + id);
    }
}
