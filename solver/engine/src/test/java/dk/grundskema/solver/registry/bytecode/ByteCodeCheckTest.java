package dk.grundskema.solver.registry.bytecode;

import static dk.grundskema.solver.registry.PluginJarBuilder.aPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.registry.PluginJarBuilder;
import dk.grundskema.solver.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCodeCheckTest {
    private static final ClassLoader PROGRAM = ByteCodeCheckTest.class.getClassLoader();
    private static final List<String> CONTRACT = List.of("dk.grundskema.domain.", "dk.grundskema.solver.spi.");

    @TempDir
    private Path folder;

    private ByteCodeReport check(PluginJarBuilder plugin, List<String> contract, Set<PluginPermission> permissions)
            throws IOException {
        try (var jar = new JarFile(plugin.write(folder.resolve("walk.jar")).toFile())) {
            return new ByteCodeCheck(PROGRAM, contract).check(jar, permissions);
        }
    }

    private List<String> reasons(PluginJarBuilder plugin) throws IOException {
        return check(plugin, CONTRACT, Set.of()).reasons();
    }

    private static PluginJarBuilder calling(String statement) {
        return aPlugin().withMembers("static void call() throws Throwable { " + statement + " }");
    }

    @Test
    void ordinaryJavaNeedsNoPermission() throws IOException {
        var plugin = aPlugin().withMembers("""
                        enum Pace { SLOW, FAST }
                        sealed interface Shape {}
                        record Round(double size) implements Shape {}
                        record Flat(String name) implements Shape {}
                        static String text(Shape shape) throws Exception {
                            var list = new java.util.ArrayList<String>(java.util.List.of("a", "b"));
                            list.sort(java.util.Comparator.reverseOrder());
                            String[] copy = list.toArray(String[]::new).clone();
                            return switch (shape) {
                                case Round(double size) when size > 1 -> Pace.valueOf("FAST") + " " + size;
                                case Round round -> round.toString();
                                case Flat flat -> flat.name() + copy.length + java.net.URI.create("x")
                                        + java.time.LocalDate.of(2026, 1, 1).plusDays(1)
                                        + java.net.URLEncoder.encode("x", "UTF-8")
                                        + new java.io.StringReader("x").read();
                            };
                        }
                        """);

        assertThat(check(plugin, CONTRACT, Set.of())).isEqualTo(new ByteCodeReport(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new java.io.File(\"x\").delete();                          | files   | java.io.File",
                "new java.io.PrintWriter(\"x\").close();                    | files   | new java.io.PrintWriter(String)",
                "java.nio.file.Path.of(\"x\");                              | files   | java.nio.file.Path.of(String, String[])",
                "new java.util.zip.ZipFile(\"x\").close();                  | files   | java.util.zip.ZipFile",
                "new java.net.Socket(\"x\", 1).close();                     | network | java.net.Socket",
                "java.net.URI.create(\"x\").toURL().openStream();           | network | java.net.URL.openStream()",
                "java.net.http.HttpClient.newHttpClient();                  | network | java.net.http.HttpClient.newHttpClient()",
                "java.nio.channels.SocketChannel.open();                    | network | java.nio.channels.SocketChannel.open()",
                "System.currentTimeMillis();                                | time    | java.lang.System.currentTimeMillis()",
                "java.time.LocalDate.now();                                 | time    | java.time.LocalDate.now()",
                "java.time.Clock.systemUTC();                               | time    | java.time.Clock.systemUTC()",
                "new java.util.Date();                                      | time    | new java.util.Date()",
                "new Thread(() -> {}).start();                              | threads | java.lang.Thread.start()",
                "java.util.concurrent.Executors.newCachedThreadPool();      | threads | java.util.concurrent.Executors.newCachedThreadPool()",
                "java.util.List.of(1).parallelStream();                     | threads | java.util.List.parallelStream()",
            })
    void restrictedApiIsNamedUnlessItsPermissionIsRequested(String statement, String permission, String named)
            throws IOException {
        assertThat(reasons(calling(statement)))
                .contains(
                        "It uses (%s) without the permission (%s). Do without it, or request the permission in the descriptor. In: org.example.walk.WalkPlugin."
                                .formatted(named, permission));

        ByteCodeReport permitted = check(
                calling(statement),
                CONTRACT,
                EnumSet.of(PluginPermission.ofWord(permission).orElseThrow()));
        assertThat(permitted).isEqualTo(new ByteCodeReport(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit(1);                                            | java.lang.System.exit(int)",
                "System.getenv();                                           | java.lang.System.getenv()",
                "Runtime.getRuntime().halt(1);                              | java.lang.Runtime.halt(int)",
                "new ProcessBuilder(\"ls\").start();                        | java.lang.ProcessBuilder.start()",
                "System.load(\"x\");                                        | java.lang.System.load(String)",
                "String.class.getDeclaredField(\"value\").setAccessible(true); | java.lang.reflect.Field.setAccessible(boolean)",
                "Class.forName(\"java.lang.System\");                       | java.lang.Class.forName(String)",
                "java.util.Locale.setDefault(java.util.Locale.ROOT);        | java.util.Locale.setDefault(Locale)",
                "sun.misc.Unsafe.class.getName();                           | sun.misc.Unsafe",
            })
    void noPermissionAllowsWhatEndsOrOpensTheProgram(String statement, String named) throws IOException {
        ByteCodeReport report = check(calling(statement), CONTRACT, EnumSet.allOf(PluginPermission.class));

        assertThat(report.reasons())
                .contains("It uses (%s), which no plugin may. In: org.example.walk.WalkPlugin.".formatted(named));
    }

    @Test
    void nativeMethodIsNamed() throws IOException {
        assertThat(reasons(aPlugin().withMembers("native void dig();")))
                .containsExactly(
                        "Its method (dig) is native, which no plugin's may be. In: org.example.walk.WalkPlugin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai.timefold.solver.core.api.solver.Solver", "java.util.logging.Logger"})
    void aClassOutsideJarContractAndJavaBaseIsNamed(String type) throws IOException {
        assertThat(reasons(calling(type + ".class.getName();")))
                .containsExactly(
                        "It uses (%s), which is not in the jar, the contract or the module java.base. Pack it into the jar, or do without it. In: org.example.walk.WalkPlugin."
                                .formatted(type));
    }

    @Test
    void aBundledLibraryMayHaveAnyNameButNotThatOfThePlatform() throws IOException {
        var bundled = calling("com.sun.lib.Library.help();")
                .withSource(
                        "com.sun.lib.Library",
                        "package com.sun.lib; public class Library { public static void help() {} }");
        assertThat(reasons(bundled)).isEmpty();

        var disguised = calling("System.exit(1);").entry("java/lang/System.class", "never loaded");
        assertThat(reasons(disguised)).singleElement().asString().contains("java.lang.System.exit(int)");
    }

    /** The plugin is compiled against a type that this contract does not have. */
    @Test
    void aTypeThatTheContractLacksIsNamed() throws IOException {
        var plugin = calling("dk.grundskema.solver.spi.Later.help(1);")
                .withSource(
                        "dk.grundskema.solver.spi.Later",
                        "package dk.grundskema.solver.spi; public class Later { public static void help(int a) {} }");

        assertThat(reasons(plugin))
                .containsExactly(
                        "It uses (dk.grundskema.solver.spi.Later), which this contract (" + ContractVersion.CURRENT
                                + ") lacks. Maybe the jar was built for another version? In: org.example.walk.WalkPlugin.");
    }

    @Test
    void aMethodThatTheContractLacksIsNamedAlsoIfThePluginWouldInheritIt() throws IOException {
        String later = """
                package dk.grundskema.solver.spi.toolkit;
                public class WordMatcher {
                    public static int guess(String word, int[] tries) { return 0; }
                    public int inherited() { return 0; }
                }
                """;
        var plugin = calling(
                        "dk.grundskema.solver.spi.toolkit.WordMatcher.guess(\"x\", null); new Child().inherited();")
                .withSource("dk.grundskema.solver.spi.toolkit.WordMatcher", later)
                .withSource(
                        "org.example.walk.Child",
                        "package org.example.walk; class Child extends dk.grundskema.solver.spi.toolkit.WordMatcher {}");

        assertThat(reasons(plugin))
                .contains(
                        "It uses (dk.grundskema.solver.spi.toolkit.WordMatcher.guess(String, int[])), which this contract ("
                                + ContractVersion.CURRENT
                                + ") lacks. Maybe the jar was built for another version? In: org.example.walk.WalkPlugin.")
                .anyMatch(reason -> reason.startsWith("It uses (org.example.walk.Child.inherited())"));
    }

    @Test
    void anInternalTypeOfTheContractIsNamed() throws IOException {
        var plugin = calling("dk.grundskema.solver.spi.toolkit.DerivedOnce.class.getName();")
                .withSource(
                        "dk.grundskema.solver.spi.toolkit.DerivedOnce",
                        "package dk.grundskema.solver.spi.toolkit; public class DerivedOnce {}");

        assertThat(reasons(plugin))
                .containsExactly(
                        "It uses (dk.grundskema.solver.spi.toolkit.DerivedOnce), which is internal to the program. In: org.example.walk.WalkPlugin.");
    }

    @Test
    void aMethodThatWasAddedToTheContractAndIsNotImplementedIsNamed() throws IOException {
        var plugin = aPlugin()
                .withSource(
                        "dk.grundskema.solver.spi.PenaltyCollector",
                        "package dk.grundskema.solver.spi; public interface PenaltyCollector {}")
                .withSource(
                        "org.example.walk.Old",
                        "package org.example.walk; class Old implements dk.grundskema.solver.spi.PenaltyCollector {}");

        assertThat(reasons(plugin))
                .isNotEmpty()
                .allMatch(reason -> reason.startsWith("It lacks the method (dk.grundskema.solver.spi.PenaltyCollector.")
                        && reason.endsWith("In: org.example.walk.Old."));
    }

    /** The contract has nothing deprecated yet, so a package of Java stands for it. */
    @Test
    void deprecatedApiIsAWarning() throws IOException {
        ByteCodeReport report =
                check(calling("new java.util.Date(1).getYear();"), List.of("dk.grundskema.", "java.util."), Set.of());

        assertThat(report.reasons()).isEmpty();
        assertThat(report.warnings())
                .containsExactly(
                        "It uses (java.util.Date.getYear()), which is deprecated. In: org.example.walk.WalkPlugin.");
    }

    @Test
    void aPermissionThatIsNotUsedIsAWarning() throws IOException {
        assertThat(check(aPlugin(), CONTRACT, EnumSet.of(PluginPermission.NETWORK)))
                .isEqualTo(new ByteCodeReport(
                        List.of(), List.of("It requests the permission (network) and does not use it.")));
    }

    @Test
    void threeClassesOfManyAreNamed() throws IOException {
        PluginJarBuilder plugin = aPlugin();
        for (String name : List.of("A", "B", "C", "D", "E")) {
            plugin.withSource(
                    "org.example.walk." + name,
                    "package org.example.walk; class " + name + " { void end() { System.exit(1); } }");
        }

        assertThat(reasons(plugin))
                .singleElement()
                .asString()
                .endsWith("In: org.example.walk.A, org.example.walk.B, org.example.walk.C and 2 more.");
    }
}
