package io.ringway.conformance.random;

import io.ringway.lab.LabCommand;
import java.util.List;
import java.util.function.UnaryOperator;

/** A word of the lab that only the model reads differently, to see that the difference is found: {@code WORD>OTHER}. */
final class PlantedFault {
    private static final String PROPERTY = "ringway.random.plant";

    private PlantedFault() {}

    static UnaryOperator<LabCommand> asAsked() {
        String asked = System.getProperty(PROPERTY);
        if (asked == null) {
            return UnaryOperator.identity();
        }
        int arrow = asked.indexOf('>');
        return command -> planted(command, asked.substring(0, arrow), asked.substring(arrow + 1));
    }

    private static LabCommand planted(LabCommand command, String word, String other) {
        List<String> words = command.argv().stream()
                .map(one -> one.equals(word) ? other : one)
                .toList();
        return new LabCommand(
                command.position(),
                command.namespace(),
                words,
                command.positions(),
                command.stdin(),
                command.background());
    }
}
