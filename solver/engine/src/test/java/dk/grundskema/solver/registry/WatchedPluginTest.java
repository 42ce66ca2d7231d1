package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchedPluginTest {
    private final WatchedPlugin plugin = new WatchedPlugin("walk.jar", WatchedPluginTest.class.getClassLoader(), 1);

    private String failure(Supplier<String> call) {
        return catchThrowable(() -> plugin.call(WatchedPluginTest::failed, call))
                .getMessage();
    }

    private static RuntimeException failed(String reason, @Nullable Throwable cause) {
        return new PluginFailedException("walk, walk.jar", "validate", null, reason, cause);
    }

    @Test
    void answersAndExceptionsComeThrough() {
        assertThat(plugin.<String>call(WatchedPluginTest::failed, () -> "yes")).isEqualTo("yes");
        assertThatThrownBy(() -> plugin.call(WatchedPluginTest::failed, () -> {
                    throw new IllegalArgumentException("boom");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boom");
    }

    @Test
    void aCallThatSleepsIsEndedAndThePluginIsCalledAgain() {
        String failure = failure(WatchedPluginTest::sleep);

        assertThat(failure).contains("walk.jar", "validate", "did not return within 1 s and was stopped");
        assertThat(plugin.<String>call(WatchedPluginTest::failed, () -> "yes")).isEqualTo("yes");
        assertThat(plugin.refusal()).isNull();
    }

    @Test
    void aCallThatNothingEndsIsLeftAndThePluginIsNotCalledAgain() {
        var never = new Semaphore(0);

        String failure = failure(() -> {
            never.acquireUninterruptibly();
            return "";
        });

        assertThat(failure).contains("did not return within 1 s and cannot be stopped", "not called again");
        assertThat(failure(() -> "yes")).isEqualTo(failure);
        assertThat(plugin.refusal()).contains("not called again");
        never.release(); // the thread ends
    }

    @Test
    void aPluginThatTookAllMemoryIsNotCalledAgain() {
        String failure = failure(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(failure).contains("OutOfMemoryError: Java heap space");
        assertThat(failure(() -> "yes")).contains("OutOfMemoryError", "not called again");
    }

    @Test
    void aCallIsStoppedWhenMemoryIsShortAndThePluginIsNotCalledAgain() throws InterruptedException {
        var calls = new AtomicReference<ThreadCalls>();
        var patient = new WatchedPlugin("walk.jar", WatchedPluginTest.class.getClassLoader(), 3600);
        var stopper = Thread.ofPlatform().start(() -> {
            while (calls.get() == null) {
                Thread.onSpinWait();
            }
            calls.get().stopForMemory();
        });

        Throwable failure = catchThrowable(() -> patient.call(WatchedPluginTest::failed, () -> {
            calls.set(PluginCallWatch.ofThisThread());
            return sleep();
        }));
        stopper.join();

        assertThat(failure).hasMessageContaining("took too much memory and was stopped");
        assertThat(patient.refusal()).contains("took too much memory", "not called again");
    }

    @Test
    void callsGetLittleTimeWhenTheProgramEnds() {
        var patient = new WatchedPlugin("walk.jar", WatchedPluginTest.class.getClassLoader(), 3600);
        patient.hurry();

        assertThatThrownBy(() -> patient.call(WatchedPluginTest::failed, WatchedPluginTest::sleep))
                .hasMessageContaining("was stopped");
    }

    private static String sleep() {
        try {
            Thread.sleep(1_000_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "";
    }

    @Test
    void theLimitIsANumberOfSeconds() {
        assertThat(WatchedPlugin.secondsOf(null)).isEqualTo(20);
        assertThat(WatchedPlugin.secondsOf(" 7 ")).isEqualTo(7);
        for (String wrong : new String[] {"0", "3601", "-1", "1.5", "soon", "99999999999"}) {
            assertThatThrownBy(() -> WatchedPlugin.secondsOf(wrong))
                    .as(wrong)
                    .isInstanceOf(PluginRefusedException.class)
                    .hasMessageContaining("1 to 3600");
        }
    }
}
