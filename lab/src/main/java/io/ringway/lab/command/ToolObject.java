package io.ringway.lab.command;

import io.ringway.lab.CommandResult;
import java.util.List;

/**
 * An object of {@code ip} or {@code bridge} with its verbs in the order in which the tool tries abbreviations.
 *
 * @param names as the tool spells it; any may be abbreviated
 * @param helpName as the tool's messages spell it
 * @param whenAlone what happens without a verb
 */
public record ToolObject(List<String> names, String helpName, List<Verb> verbs, Verb.Action whenAlone) {

    public CommandResult run(Arguments args, Scene scene, ShowOptions options) {
        if (!args.hasNext()) {
            return whenAlone.run(args, scene, options);
        }
        String word = args.next();
        for (Verb verb : verbs) {
            if (verb.answersTo(word)) {
                return verb.action().run(args, scene, options);
            }
        }
        throw args.refuse(255, "Command \"" + word + "\" is unknown, try \"" + helpName + " help\".");
    }
}
