package io.ringway.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.ringway.engine.planted.HiddenInput;
import io.ringway.nat.planted.BorrowedLibrary;
import io.ringway.packet.planted.UpwardArrow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The arrows of the house: a module sees those listed beside it and nothing further up, each foreign library stays in
 * the modules that need it, and what must give the same output every time reads no clock and draws no lot.
 */
class ArchitectureTest {
    /** Module, and what it may use of ours; in the order of the house. */
    private static final Map<String, List<String>> ARROWS = Map.of(
            "packet", List.of(),
            "nat", List.of("packet"),
            "pcap", List.of("packet"),
            "engine", List.of("packet", "nat"),
            "lab", List.of("packet", "nat", "engine"),
            "replay", List.of("packet", "nat", "engine", "lab", "pcap"),
            "conformance", List.of("packet", "nat", "engine", "lab", "pcap", "replay"),
            "cli", List.of("packet", "nat", "engine", "lab", "pcap", "replay", "conformance"));

    /** Foreign package, and the modules that may use it. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "org.pcap4j..", List.of("pcap"),
            "com.sun.jna..", List.of("pcap", "conformance"),
            "picocli..", List.of("cli", "lab"),
            "me.tongfei..", List.of("cli"),
            "io.netty..", List.of(),
            "com.fasterxml..", List.of("lab", "replay", "conformance", "cli"));

    private static final JavaClasses RINGWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ringway");

    static List<String> modules() {
        return ARROWS.keySet().stream().sorted().toList();
    }

    static List<String> libraries() {
        return LIBRARIES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void arrowsPointDownOnly(String module) {
        arrow(module).check(RINGWAY);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void librariesStayInTheirModules(String library) {
        library(library).check(RINGWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"packet", "nat", "engine", "lab"})
    void nothingReadsAClockOrDrawsALot(String module) {
        deterministic(module).check(RINGWAY);
    }

    /** With every package in a module, and every module's arrows held to this list, no cycle is left that it has not. */
    @ParameterizedTest
    @MethodSource("modules")
    void noModuleLeadsBackToItself(String module) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(ARROWS.get(module));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(ARROWS.get(next));
            }
        }
        assertThat(reached).doesNotContain(module);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsSeen(String module) {
        assertThat(RINGWAY).anyMatch(type -> type.getPackageName().startsWith(packageOf(module)));
    }

    @Test
    void everyPackageBelongsToAModule() {
        assertThat(RINGWAY)
                .allMatch(type -> ARROWS.containsKey(type.getPackageName().split("\\.", -1)[2]));
    }

    @Test
    void anUpwardArrowIsCaught() {
        assertThat(caught(arrow("packet"), UpwardArrow.class)).isTrue();
    }

    @Test
    void aBorrowedLibraryIsCaught() {
        assertThat(caught(library("picocli.."), BorrowedLibrary.class)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {HiddenInput.Clock.class, HiddenInput.Chance.class, HiddenInput.Identity.class})
    void aHiddenInputIsCaught(Class<?> planted) {
        assertThat(caught(deterministic("engine"), planted)).isTrue();
    }

    private static boolean caught(ArchRule rule, Class<?> planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }

    private static ArchRule arrow(String module) {
        List<String> forbidden = new ArrayList<>(ARROWS.keySet());
        forbidden.remove(module);
        forbidden.removeAll(ARROWS.get(module));
        return noClasses()
                .that()
                .resideInAPackage(within(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        forbidden.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .because("arrows only point down the list of modules in docs/architecture.md");
    }

    private static ArchRule library(String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(LIBRARIES.get(library).stream()
                        .map(ArchitectureTest::within)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("only these modules need it: " + LIBRARIES.get(library));
    }

    private static ArchRule deterministic(String module) {
        return noClasses()
                .that()
                .resideInAPackage(within(module))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .because("the same input gives the same output, to the byte: use the model's clock and Randomness");
    }

    private static String within(String module) {
        return packageOf(module) + "..";
    }

    private static String packageOf(String module) {
        return "io.ringway." + module;
    }
}
