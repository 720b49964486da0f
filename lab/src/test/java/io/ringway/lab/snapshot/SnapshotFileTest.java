package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringway.lab.LabException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFileTest {
    private static final String HEAD = "# ringway snapshot 1\n";

    private static List<Section> sections(String text) {
        return SnapshotFile.read("s", text).sections();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 's:2: the snapshot is cut off: its last line should be @end'",
        "'@1 ip addr|  x|=0|', 's:5: the snapshot is cut off: its last line should be @end'",
        "'@1 ip addr|  x|', 's:4: the snapshot is cut off within \"1 ip addr\": its last line should be @end'",
        "'@1 a|@1 b|=0|@end|', 's:3:1: \"1 a\" of line 2 has no end: part of the snapshot is missing'",
        "'@1 a|@end|', 's:3:1: \"1 a\" of line 2 has no end: part of the snapshot is missing'",
        "' x|@end|', 's:2:1: \"x\" is the output of no command: part of the snapshot is missing'",
        "'=0|@end|', 's:2:1: \"=0\" is the output of no command: part of the snapshot is missing'",
        "'@1 a|=none|@end|', 's:3:2: should be an exit code'",
        "'@one a|=0|@end|', 's:2:2: should read @NUMBER COMMAND'",
        "'@1 a|text|=0|@end|', 's:3:1: no line of a snapshot: it begins with none of # @ ! = and a blank'",
        "'@end|@end|', 's:3:1: text behind @end'"
    })
    void saysWhereItIsDamaged(String damaged, String words) {
        assertThatThrownBy(() -> sections(HEAD + damaged.replace('|', '\n')))
                .isInstanceOf(LabException.class)
                .hasMessage(words);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> sections("# ringway snapshot 2\n@end\n"))
                .hasMessage("s:1:20: a snapshot of version \"2\"; this Ringway reads version 1");
    }

    @Test
    void noOutputLooksLikeAnythingElse() {
        Section section = sections(HEAD + "@1 cat x\n @end\n =0\n # no remark\n !\n \n   deep \n!it said\n\n=3\n@end\n")
                .get(0);
        assertThat(section.text()).isEqualTo("@end\n=0\n# no remark\n!\n\n  deep \n");
        assertThat(section.complaint()).isEqualTo("it said");
        assertThat(section.exitCode()).isEqualTo(3);
        assertThat(section.position()).hasToString("s:2:1");
    }

    @Test
    void takesLinesThatEndAsWindowsHasThem() {
        String text = HEAD + "@1 cat x\n a b\n\n=0\n@end\n";
        assertThat(sections(text.replace("\n", "\r\n")).get(0).text()).isEqualTo("a b\n");
        assertThat(SnapshotFile.isOne("\ufeff" + text)).isTrue();
        assertThat(sections("\ufeff" + text)).hasSize(1);
    }

    @Test
    void isToldFromALabByItsFirstLine() {
        assertThat(SnapshotFile.isOne("# ringway snapshot 1")).isTrue();
        assertThat(SnapshotFile.isOne("# ringway\nip link\n")).isFalse();
        assertThat(SnapshotFile.isOne("")).isFalse();
    }
}
