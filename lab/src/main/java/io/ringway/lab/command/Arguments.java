package io.ringway.lab.command;

import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import io.ringway.lab.SourcePosition;
import java.util.List;

/** The words of a command behind its name, with a cursor; what is refused is blamed on the word taken last. */
public final class Arguments {
    private final String tool;
    private final List<String> words;
    private final List<SourcePosition> positions;
    private int at;

    private Arguments(String tool, List<String> words, List<SourcePosition> positions) {
        this.tool = tool;
        this.words = words;
        this.positions = positions;
    }

    /** The cursor stands behind the command's name. */
    public static Arguments of(LabCommand command) {
        Arguments args = new Arguments(command.argv().get(0), command.argv(), command.positions());
        args.at = 1;
        return args;
    }

    /** The words from the cursor on as a command of their own, the cursor behind its name. */
    public Arguments inner() {
        Arguments inner =
                new Arguments(words.get(at), words.subList(at, words.size()), positions.subList(at, positions.size()));
        inner.at = 1;
        return inner;
    }

    public boolean hasNext() {
        return at < words.size();
    }

    /** The next word, not taken; null when there is none. */
    public String peek() {
        return hasNext() ? words.get(at) : null;
    }

    public String next() {
        return words.get(at++);
    }

    /** Takes the next word if it is this one. */
    public boolean take(String word) {
        if (hasNext() && words.get(at).equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    /** The word taken last. */
    public String last() {
        return words.get(at - 1);
    }

    /** Hands the last word back. */
    public void back() {
        at--;
    }

    /** Number of words taken, the command's name included. */
    public int taken() {
        return at;
    }

    /** The words from the cursor on. */
    public List<String> rest() {
        return words.subList(at, words.size());
    }

    /** In the tool's words, with its exit code. */
    public LabException refuse(int exitCode, String toolsWords) {
        return refuseAt(at - 1, exitCode, toolsWords);
    }

    /** As {@link #refuse}, blaming a word by its index among all. */
    public LabException refuseAt(int word, int exitCode, String toolsWords) {
        boolean namesItself = toolsWords.startsWith(tool);
        SourcePosition position = positions.get(Math.max(0, Math.min(word, positions.size() - 1)));
        return new LabException(position, namesItself ? "" : tool, toolsWords, exitCode);
    }

    /** There is no device of that name: blames the word that names it, which may stand before the last one taken. */
    public LabException noDevice(int exitCode, String name) {
        return refuseAt(words.subList(0, at).lastIndexOf(name), exitCode, "Cannot find device \"" + name + "\"");
    }

    /** The tool would do it, the model cannot. */
    public LabException notModelled(String what) {
        return refuse(LabException.USAGE, what + " is not modelled yet");
    }

    /** Whether {@code word} abbreviates {@code name}, as iproute2's {@code matches()} has it. */
    public static boolean abbreviates(String word, String name) {
        return !word.isEmpty() && name.startsWith(word);
    }
}
