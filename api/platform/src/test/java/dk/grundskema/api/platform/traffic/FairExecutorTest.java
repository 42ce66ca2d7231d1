package dk.grundskema.api.platform.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FairExecutorTest {
    private final FairExecutor fairExecutor = new FairExecutor(2);
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final Executor threads = begun::add;
    private final List<String> completedTasks = new ArrayList<>();

    private void take(String address, String what) {
        fairExecutor.execute(address, () -> completedTasks.add(what), threads);
    }

    @Test
    void tasksBeyondTheShareOfAnAddressWaitAndOthersDoNot() {
        take("a", "a1");
        take("a", "a2");
        take("a", "a3");
        take("a", "a4");
        take("b", "b1");
        assertThat(begun).hasSize(3);
        begun.remove().run();
        assertThat(completedTasks).containsExactly("a1");
        assertThat(begun).as("the next one of that address has its turn").hasSize(3);
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        assertThat(completedTasks).containsExactly("a1", "a2", "b1", "a3", "a4");
    }

    @Test
    void freedShareCanBeUsedAgain() {
        for (int i = 0; i < 5; i++) {
            take("a", "first");
            take("a", "second");
            assertThat(begun).hasSize(2);
            begun.remove().run();
            begun.remove().run();
        }
        assertThat(completedTasks).hasSize(10);
    }

    @Test
    void failedTaskGivesItsTurnBack() {
        fairExecutor.execute(
                "a",
                () -> {
                    throw new IllegalStateException("It failed.");
                },
                threads);
        take("a", "a2");
        take("a", "a3");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> begun.remove().run());
        assertThat(begun).hasSize(2);
    }

    @Test
    void threadsThatTakeNothingAnyMoreLeaveNoTurnTaken() {
        Executor closed = work -> {
            throw new RejectedExecutionException();
        };
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> fairExecutor.execute("a", () -> completedTasks.add("never"), closed));
        }
        take("a", "a1");
        assertThat(begun).hasSize(1);
    }
}
