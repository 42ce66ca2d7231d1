package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.AcceptedPlugins;
import dk.grundskema.solver.registry.ExaminedJar;
import dk.grundskema.solver.registry.PluginDescriptor;
import dk.grundskema.solver.registry.SetAsideJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin that does not return, throws or wants to end the program is named, whatever of it misbehaves, and the caller goes on. */
@Tag("examples")
@Timeout(60)
class MisbehavingPluginTest {
    private static final String JAR = "study-cafe.jar";

    /** What misbehaves: a part of the sample plugin that gets a statement more. */
    enum Part {
        CLASS("StudyCafePlugin", "public StudyCafePlugin() {", "static { ACT } public StudyCafePlugin() {"),
        PARAMETERS("StudyCafeParameters", "usable = List.copyOf(usable);", "ACT usable = List.copyOf(usable);"),
        VALIDATION("StudyCafeValidation", "var findings", "ACT var findings"),
        EXPANSION("StudyCafeExpansion", "var draft", "ACT var draft"),
        RULES("StudyCafeRules", "        return List.of(\n", "        ACT return List.of(\n"),
        TERM("StudyCafeRules", "-> entries.add(time.weekday(), 1)", "-> { ACT entries.add(time.weekday(), 1); }"),
        SUM("StudyCafeRules", "-> Math.max(0, cafes - 1)", "-> { ACT return Math.max(0, cafes - 1); }"),
        LOCAL("StudyCafeRules", "for (int seat = 0;", "ACT for (int seat = 0;"),
        TIMELINE("StudyCafeRules", "for (int duty = 1;", "ACT for (int duty = 1;"),
        PRECHECK("StudyCafeValidation", "long days =", "ACT long days ="),
        CHECK("StudyCafeCheck", "String skill =", "ACT String skill ="),
        ASSESSMENT("StudyCafeFidelity", "int times =", "ACT int times =");

        private final String file;
        private final String before;
        private final String after;

        Part(String file, String before, String after) {
            this.file = file;
            this.before = before;
            this.after = after;
        }
    }

    /** What it does. */
    enum Act {
        LOOP("while (true) { calls++; }"),
        LOOP_THAT_CATCHES("while (true) { try { calls++; Thread.onSpinWait(); } catch (Throwable t) { calls = 0; } }"),
        STREAM("java.util.stream.IntStream.iterate(1, i -> i + 1).forEach(i -> calls += i);"),
        RECURSION("act();"),
        SLEEP("try { Thread.sleep(1000000); } catch (InterruptedException e) { throw new RuntimeException(e); }"),
        SLEEP_AGAIN("while (true) { try { Thread.sleep(1000000); } catch (InterruptedException e) { calls++; } }"),
        /** Nothing ends it: its thread is left behind. */
        PARK("new java.util.concurrent.Semaphore(0).acquireUninterruptibly();"),
        THROW("throw new IllegalArgumentException(\"boom\");"),
        ASSERT("throw new AssertionError(\"boom\");"),
        MISSING("throw new NoSuchMethodError(\"boom\");"),
        MEMORY("kept = new long[][] {new long[Integer.MAX_VALUE - 8]};"),
        EXIT("System.exit(3);"),
        HALT("Runtime.getRuntime().halt(3);");

        private final String statement;

        Act(String statement) {
            this.statement = statement;
        }
    }

    @TempDir
    private Path folder;

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                        Stream.of(Part.values())
                                .flatMap(part -> Stream.of(Act.LOOP, Act.THROW).map(act -> Arguments.of(part, act))),
                        Stream.of(Part.VALIDATION, Part.LOCAL)
                                .flatMap(part -> Stream.of(Act.values())
                                        .filter(act -> act != Act.LOOP && act != Act.THROW)
                                        .map(act -> Arguments.of(part, act))))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void isNamedAndTheCallerGoesOn(Part part, Act act) throws Exception {
        build(part, act);

        String said = use();

        assertThat(said).contains("study-cafe");
        assertThat(said)
                .contains(
                        switch (act) {
                            case LOOP, LOOP_THAT_CATCHES, STREAM, SLEEP, SLEEP_AGAIN ->
                                "did not return within 1 s and was stopped at org.example.studycafe.Mischief.";
                            case PARK -> "did not return within 1 s and cannot be stopped";
                            case RECURSION -> "StackOverflowError";
                            case THROW, ASSERT, MISSING -> "boom";
                            case MEMORY -> "OutOfMemoryError";
                            case EXIT -> "java.lang.System.exit";
                            case HALT -> "java.lang.Runtime";
                        });
    }

    private void build(Part part, Act act) throws IOException {
        Path sources = folder.resolve("sources");
        for (Path file : SamplePluginBuild.files(SamplePluginBuild.STUDY_CAFE, "src/main")) {
            String text = Files.readString(SamplePluginBuild.STUDY_CAFE.resolve(file));
            if (file.getFileName().toString().equals(part.file + ".java")) {
                assertThat(text).contains(part.before);
                text = text.replace(part.before, part.after.replace("ACT", "Mischief.act();"));
            }
            Path copy = sources.resolve(file.toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, text);
        }
        Files.writeString(
                sources.resolve("src/main/resources").resolve(PluginDescriptor.FILE),
                "\npermissions=threads\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                sources.resolve("src/main/java/org/example/studycafe/Mischief.java"),
                "package org.example.studycafe; final class Mischief { static long calls; static long[][] kept; static void act() { %s } }"
                        .formatted(act.statement));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        SamplePluginBuild.build(sources, "main", SamplePluginBuild.classPath(), classes);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        SamplePluginBuild.jar(classes, plugins.resolve(JAR));
        PluginDescriptor descriptor = ExaminedJar.read(
                        plugins.resolve(JAR), getClass().getClassLoader())
                .descriptor();
        AcceptedPlugins.in(plugins).add(plugins.resolve(JAR), Objects.requireNonNull(descriptor));
    }

    /** Does everything with a plan that calls the plugin. Returns what went wrong. */
    private String use() throws InterruptedException {
        var planning = new PluginPlanningFacade(
                Map.of("GRUNDSKEMA_PLUGINS", folder.resolve("plugins").toString(), "GRUNDSKEMA_PLUGIN_SECONDS", "1"));
        for (SetAsideJar jar : planning.pluginsSetAside()) {
            return jar.jar() + " " + jar.reasons();
        }
        try {
            var read = planning.readProblem(
                    SamplePluginBuild.STUDY_CAFE.resolve("src/main/resources/META-INF/grundskema-example.json"));
            if (!(read instanceof ReadResult.Success<Problem> success)) {
                return "study-cafe " + read.findings();
            }
            Problem problem = success.value();
            planning.precheck(problem);
            Timetable plan = planning.startSolve(
                            new SolveRequest(problem, "0", SolveLimits.ofSteps(50), 1, 1, null), progress -> {})
                    .await();
            planning.checkTimetable(problem, plan);
            planning.assessFidelity(problem, plan);
            return "Nothing went wrong.";
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }
}
