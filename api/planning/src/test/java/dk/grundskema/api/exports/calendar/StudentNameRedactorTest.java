package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts of others, looked through for students. */
class StudentNameRedactorTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH, List.of(), Function.identity());

    private static Problem problem() throws IOException {
        String json = Files.readString(Path.of("../../examples/camp-3-weeks/problem.json"));
        return ((ReadResult.Success<Problem>) new PluginPlanningFacade().readProblem(json)).value();
    }

    /** After a publication many feeds are requested at once, and all use the same redactor. */
    @Test
    void severalThreadsMayAskAtOnce() throws Exception {
        Problem problem = problem();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                var discretion = new StudentNameRedactor(problem);
                Callable<List<String>> all = () -> IntStream.range(0, 3000)
                        .mapToObj(number -> discretion.redact("Module " + number, TEXTS))
                        .toList();
                for (Future<List<String>> one : threads.invokeAll(List.of(all, all, all, all))) {
                    assertThat(one.get()).hasSize(3000).contains("Module 0", "Module 2999");
                }
            }
        }
    }
}
