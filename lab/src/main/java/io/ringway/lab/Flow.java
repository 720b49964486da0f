package io.ringway.lab;

/**
 * When a command runs and what its failure means, where a lab goes on as bash does.
 *
 * @param afterSuccess whether {@code &&} stands before it
 * @param beforeAnd whether {@code &&} stands behind it
 * @param errexit whether {@code set -e} was said before
 * @param pipefail whether {@code set -o pipefail} was said before
 * @param written whether the shell itself writes the setting, as {@code echo VALUE > FILE} says
 */
public record Flow(boolean afterSuccess, boolean beforeAnd, boolean errexit, boolean pipefail, boolean written) {
    static final Flow PLAIN = new Flow(false, false, false, false, false);
}
