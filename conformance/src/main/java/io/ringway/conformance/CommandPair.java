package io.ringway.conformance;

import io.ringway.conformance.kernel.KernelException;
import io.ringway.conformance.kernel.KernelLab;
import io.ringway.conformance.kernel.ProgramResult;
import io.ringway.conformance.model.ModelLab;
import io.ringway.engine.Network;
import io.ringway.lab.LabCommand;
import io.ringway.lab.LabException;
import java.util.List;

/** Runs a lab command on both sides; they must agree on whether it can be done. */
final class CommandPair {
    private final KernelLab kernel;
    private final ModelLab model;
    private final List<String> differences;

    CommandPair(KernelLab kernel, ModelLab model, List<String> differences) {
        this.kernel = kernel;
        this.model = model;
        this.differences = differences;
    }

    /**
     * @return the exit code of the kernel's tool
     * @throws LabException when both sides refuse the command, or the model does: nothing can be compared then
     */
    int run(LabCommand command, LabCommand forModel, long timeNs) {
        followNeighbourOrder(command);
        ProgramResult kernels = kernel.run(command);
        try {
            int exitCode = model.run(forModel, timeNs).exitCode();
            if (exitCode != kernels.exitCode()) {
                differences.add(
                        command.position() + ": " + String.join(" ", command.argv()) + ": the kernel's tool ends with "
                                + kernels.exitCode() + " (" + kernels.words() + "), the model's with " + exitCode);
            }
            return kernels.exitCode();
        } catch (LabException e) {
            if (kernels.succeeded()) {
                throw new KernelException("the kernel accepts what the model refuses: " + e.getMessage());
            }
            throw e;
        }
    }

    /** News of carriers arrive on both sides: when they would by themselves is the whole machine's matter. */
    void bringLinkNews() {
        kernel.bringLinkNews();
        model.bringLinkNews();
    }

    /** A flush goes by a hash with a key drawn at boot, and what each entry's end brings hangs on the order. */
    private void followNeighbourOrder(LabCommand command) {
        if (command.argv().containsAll(List.of("ip", "flush"))) {
            String namespace = command.namespace().equals(LabCommand.UNNAMED) ? Network.HOST : command.namespace();
            model.setNeighbourOrder(namespace, kernel.neighbours(namespace));
        }
    }
}
