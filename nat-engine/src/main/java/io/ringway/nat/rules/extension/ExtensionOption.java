package io.ringway.nat.rules.extension;

/**
 * One option of a match or target, as {@code --ctstate}.
 *
 * @param id shared by the aliases of an option, 0 to 31; messages name the first option with an id
 * @param argument whether a word follows
 * @param invertible whether {@code !} may stand before it
 * @param mandatory whether the extension makes no sense without it
 * @param excludes bits of the ids that cannot be given together with it
 * @param requires bits of the ids that must be given together with it
 */
public record ExtensionOption(
        String name, int id, boolean argument, boolean invertible, boolean mandatory, int excludes, int requires) {
    public static ExtensionOption flag(String name, int id) {
        return new ExtensionOption(name, id, false, false, false, 0, 0);
    }

    public static ExtensionOption valued(String name, int id) {
        return new ExtensionOption(name, id, true, false, false, 0, 0);
    }

    public ExtensionOption orInverted() {
        return new ExtensionOption(name, id, argument, true, mandatory, excludes, requires);
    }

    public ExtensionOption required() {
        return new ExtensionOption(name, id, argument, invertible, true, excludes, requires);
    }

    public ExtensionOption excluding(int ids) {
        return new ExtensionOption(name, id, argument, invertible, mandatory, ids, requires);
    }

    public ExtensionOption requiring(int ids) {
        return new ExtensionOption(name, id, argument, invertible, mandatory, excludes, ids);
    }
}
