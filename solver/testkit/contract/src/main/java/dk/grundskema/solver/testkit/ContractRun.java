package dk.grundskema.solver.testkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs the contract test without a test framework, for a plugin whose own tests are not at hand.
 *
 * @param passed   names of the tests that passed
 * @param failures tests that failed
 * @param untried  names of the tests that need a problem, if there was none
 */
public record ContractRun(List<String> passed, List<Failure> failures, List<String> untried) {
    private static final int LINES = 6;

    /**
     * A test that failed.
     *
     * @param test    name of the test
     * @param message why, in English, at most six lines
     */
    public record Failure(String test, String message) {}

    /** There is no problem to test with. */
    private static final class NoProblemException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Copies the lists. */
    public ContractRun {
        passed = List.copyOf(passed);
        failures = List.copyOf(failures);
        untried = List.copyOf(untried);
    }

    /**
     * Runs all tests, one after another. A test that does not end within a time fails; its thread goes on until the process ends.
     *
     * @param plugin  a plugin with a constructor without parameters
     * @param problem problem whose interventions are all of the plugin's type, and that validates without an error; {@code null} means that there is
     *     none
     * @param most    time for each test
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static ContractRun of(InterventionPlugin<?> plugin, @Nullable Problem problem, Duration most)
            throws InterruptedException {
        var passed = new ArrayList<String>();
        var failures = new ArrayList<Failure>();
        var untried = new ArrayList<String>();
        var test = new ExternalContractTest(plugin, problem);
        List<Method> methods = Arrays.stream(PluginContractTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method method : methods) {
            String name = method.getName();
            var task = new FutureTask<@Nullable Object>(() -> method.invoke(test));
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
            try {
                task.get(most.toMillis(), TimeUnit.MILLISECONDS);
                passed.add(name);
            } catch (TimeoutException e) {
                failures.add(new Failure(name, "It did not end within %d seconds.".formatted(most.toSeconds())));
            } catch (ExecutionException e) {
                Throwable cause =
                        e.getCause() instanceof InvocationTargetException thrown ? thrown.getCause() : e.getCause();
                if (cause instanceof NoProblemException) {
                    untried.add(name);
                } else {
                    failures.add(new Failure(name, message(cause)));
                }
            }
        }
        return new ContractRun(passed, failures, untried);
    }

    private static String message(@Nullable Throwable failure) {
        String text =
                failure instanceof AssertionError ? String.valueOf(failure.getMessage()) : String.valueOf(failure);
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .collect(Collectors.joining("\n"));
    }

    private static final class ExternalContractTest extends PluginContractTest {
        private final InterventionPlugin<?> plugin;
        private final @Nullable Problem problem;

        ExternalContractTest(InterventionPlugin<?> plugin, @Nullable Problem problem) {
            this.plugin = plugin;
            this.problem = problem;
        }

        @Override
        protected InterventionPlugin<?> plugin() {
            try {
                return plugin.getClass().getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "The plugin (%s) can't be made again.\nMaybe its constructor isn't public?"
                                .formatted(plugin.getClass().getName()),
                        e);
            }
        }

        @Override
        protected List<Problem> problems() {
            if (problem == null) {
                throw new NoProblemException();
            }
            return List.of(problem);
        }
    }
}
