package io.ringway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.lab.export.LabExport;
import org.junit.jupiter.api.Test;

class GroupExportTest {
    private static final String LAB = """
            ip link add eth0 address 02:00:00:00:00:01 type veth peer name out address 02:00:00:00:00:02
            ip link add link eth0 name m0 address 02:00:00:00:00:03 type macvlan mode source flag nodst bcqueuelen 7 macaddr set 02:00:00:00:00:aa 02:00:00:00:00:bb
            ip link add v0 address 02:00:00:00:00:04 type vxlan id 5 group 239.1.1.1 dev eth0 dstport 4789
            ip maddr add 01:00:5e:01:02:03 dev eth0
            ip addr add 239.1.2.4/32 dev eth0 autojoin
            ip link set eth0 up
            ip link set out up
            ip link set m0 up
            ip link set v0 up
            """;

    @Test
    void groupsSendersAndTunnelsToAGroupComeBack() {
        Network network = ExportedAgain.run(Lab.parse("lab.sh", LAB));
        assertThat(new LabExport(network).text())
                .contains("ip maddr add 01:00:5e:01:02:03 dev eth0")
                .contains("ip addr add 239.1.2.4/32 autojoin dev eth0")
                .contains("group 239.1.1.1 dev eth0")
                .contains("mode source flag nodst bcqueuelen 7 macaddr set");
        ExportedAgain.isTheSame(network);
    }
}
