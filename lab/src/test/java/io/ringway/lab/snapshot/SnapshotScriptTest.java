package io.ringway.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.engine.Network;
import io.ringway.engine.core.Kernel;
import io.ringway.lab.sysctl.SysctlNames;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SnapshotScriptTest {
    @Test
    void asksForEverySettingThatTheModelHas() {
        List<Pattern> asked = Pattern.compile("\\bnet/\\S+")
                .matcher(SnapshotScript.text())
                .results()
                .map(found -> Pattern.compile(found.group().replace(".", "\\.").replace("*", "[^/]*")))
                .toList();
        assertThat(SysctlNames.of(new Network(new Kernel(1)).first()))
                .allMatch(
                        name -> asked.stream().map(each -> each.matcher(name)).anyMatch(Matcher::matches),
                        "is asked for");
    }

    /** Half a script, cut off on its way to the host, must do nothing. */
    @Test
    void runsNothingBeforeItsLastLine() {
        assertThat(SnapshotScript.text().lines().toList()).last().isEqualTo("main \"$@\"");
        assertThat(SnapshotScript.text().lines().filter(line -> line.matches("[a-z].*")))
                .allMatch(line -> line.matches("[a-z_]+\\(\\) \\{|newline='|sep='\\s'|main \"\\$@\""));
    }

    @Test
    void isPlainText() {
        assertThat(SnapshotScript.text()).isASCII().doesNotContain("\r");
    }
}
