package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Namespace;
import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.sysctl.SysctlNames;
import io.ringway.lab.sysctl.SysctlTree;
import org.junit.jupiter.api.Test;

class SysctlNamesTest {
    private final Network network = new Network(new Kernel(1));

    @Test
    void everyNameThatIsListedIsAFileWithAValue() {
        new LabRunner(network).run(Lab.parse("lab.sh", "ip link add v.0 type veth peer name v1"));
        Namespace first = network.first();
        assertThat(SysctlNames.of(first)).hasSizeGreaterThan(200).allSatisfy(path -> {
            assertThat(new SysctlTree(first).find(path)).isNotNull();
            assertThat(new SysctlTree(first).find(path).read()).isNotEmpty();
        });
    }

    @Test
    void aFolderListsItsEntriesOnceAndInOrder() {
        assertThat(SysctlNames.entries(network.first(), "net/ipv4/conf")).containsExactly("all", "default", "lo");
        assertThat(SysctlNames.entries(network.first(), "net/ipv4/nope")).isEmpty();
    }
}
