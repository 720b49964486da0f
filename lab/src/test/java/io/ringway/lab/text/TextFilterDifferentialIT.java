package io.ringway.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringway.lab.CommandResult;
import io.ringway.lab.Lab;
import io.ringway.lab.LabCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipes print and end as bash's with the real tools do, on texts such as the lab's commands print. */
class TextFilterDifferentialIT {
    private static final List<String> TEXTS = List.of(
            "",
            "\n",
            "one",
            "a\nb\nc",
            "1: lo: <LOOPBACK,UP> mtu 65536\n    link/loopback 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n"
                    + "2: eth0@if3: <BROADCAST> mtu 1500\n    link/ether 02:42:ac:11:00:02 brd ff:ff:ff:ff:ff:ff\n"
                    + "    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0\n3: eth1: <> inet_extra INET\n",
            "foo bar foo_bar foobar\nfoo.bar\n-A FORWARD -j DROP\n\n   \nfoo\tbar  foo\na.b a+b a(b a{2} aa [x]\n",
            "ä ö ü\nstraße 10.0.0.1\n");

    private static final List<String> PIPES = List.of(
            "grep inet",
            "grep -v inet",
            "grep -c inet",
            "grep -vc inet",
            "grep -i inet",
            "grep -w inet",
            "grep -ow foo",
            "grep -o 'inet [0-9.]*'",
            "grep -oE '[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+'",
            "grep -n eth0",
            "grep -no foo",
            "grep -q inet",
            "grep -qv inet",
            "grep -A1 eth0",
            "grep -A 2 -n mtu",
            "grep -B1 inet",
            "grep -C1 loopback",
            "grep -1 loopback",
            "grep -m1 inet",
            "grep -m 1 -A 5 mtu",
            "grep -m2 -c mtu",
            "grep -m0 mtu",
            "grep -x foo.bar",
            "grep -F .",
            "grep -F -e foo -e eth0",
            "grep -e foo -e eth0",
            "grep -E 'foo|eth0'",
            "grep 'foo\\|eth0'",
            "grep -oE 'foo|foobar|foo_bar'",
            "grep -E '^[0-9]+:'",
            "grep '^[[:space:]]*$'",
            "grep -c ''",
            "grep -v '^$'",
            "grep 'a\\+'",
            "grep 'a+'",
            "grep -E 'a+'",
            "grep -E 'a\\+b'",
            "grep -o '\\<foo\\>'",
            "grep -o 'foo\\b'",
            "grep -E 'a{2}'",
            "grep 'a{2}'",
            "grep 'a\\{2\\}'",
            "grep '\\[x\\]'",
            "grep '[]x]'",
            "grep '[^a-z]'",
            "grep -- -j",
            "grep -e -A",
            "grep '*'",
            "grep 'a*b'",
            "grep -E '(foo).*\\1'",
            "grep '\\(foo\\).*\\1'",
            "grep 'b$'",
            "grep '$'",
            "grep 'x^'",
            "grep '.^b'",
            "grep -o .",
            "grep -vo foo",
            "grep --invert-match --count foo",
            "grep --max-count=1 foo",
            "grep --regexp=foo --color=never",
            "grep -nA1 -B1 -e eth1 -e FORWARD",
            "grep -cq foo",
            "grep -iE 'INET|Foo'",
            "grep -F 'a.b'",
            "grep 'a(b'",
            "grep -w 'foo.bar'",
            "grep -oi LO",
            "grep ß",
            "grep -E 'x?'",
            "grep -xF foo.bar",
            "grep -E '^(1|2): '",
            "grep -E '\\.0\\.0\\.1'",
            "grep '[.]2/16'",
            "grep '\\.'",
            "grep -o '[^ ]*$'",
            "head",
            "head -1",
            "head -n 2",
            "head -n2",
            "head -n -1",
            "head -n -9",
            "head -c 5",
            "head -c -3",
            "head --lines=1",
            "head -n 0",
            "head -qn1",
            "tail",
            "tail -1",
            "tail -n 2",
            "tail -n +2",
            "tail -n +1",
            "tail -n +0",
            "tail -n +99",
            "tail -c 4",
            "tail -c +3",
            "tail --bytes=3",
            "tail -n 0",
            "wc",
            "wc -l",
            "wc -w",
            "wc -c",
            "wc -m",
            "wc -lw",
            "wc -cl",
            "wc -lwcm",
            "wc --lines",
            "grep inet | grep -v 127 | head -1",
            "grep -o 'inet [^ ]*' | wc -l",
            "tail -n +2 | head -2 | wc",
            "grep nothing | wc -l",
            "head -3 | tail -1",
            "sudo grep inet",
            "egrep 'foo|inet'");

    static List<String> pipes() {
        return PIPES;
    }

    @ParameterizedTest
    @MethodSource("pipes")
    void printsAndEndsAsTheToolsDo(String pipe) throws Exception {
        for (String text : TEXTS) {
            compare(pipe, text);
        }
    }

    /** Patterns of random pieces: what is in them is what is in the texts. */
    @Test
    void findsWhatGrepFindsForRandomPatterns() throws Exception {
        long seed = 20_261_121;
        Random random = new Random(seed);
        String[] pieces = {
            "foo", "a", "[a-f]", "[^o]", ".", "*", "^", "$", "0", "\\.", " ", "in", "et", "b*", "[[:digit:]]"
        };
        List<String> options = List.of("", "-E ", "-o ", "-v ", "-w ", "-x ", "-i ", "-oE ", "-F ", "-c ");
        for (int i = 0; i < 120; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                pattern.append(pieces[random.nextInt(pieces.length)]);
            }
            String pipe = "grep " + options.get(random.nextInt(options.size())) + "-e '" + pattern + "'";
            compare(pipe, TEXTS.get(4 + random.nextInt(2)));
        }
    }

    private static void compare(String pipe, String text) throws IOException, InterruptedException {
        LabCommand command = Lab.parse("pipe", "true | " + pipe).commands().get(0);
        CommandResult ours = command.piped(CommandResult.printed(text));
        CommandResult theirs = real(pipe.replace("sudo ", ""), text);
        assertThat(ours.stdout()).as("%s of \"%s\"", pipe, text).isEqualTo(theirs.stdout());
        assertThat(ours.exitCode()).as("exit code of %s of \"%s\"", pipe, text).isEqualTo(theirs.exitCode());
    }

    private static CommandResult real(String pipe, String text) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("bash", "-c", "cat | " + pipe));
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // head has seen enough.
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandResult(process.waitFor(), out, "");
    }
}
