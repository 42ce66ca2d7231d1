package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.registry.bytecode.LoopCheckInserter;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LoopCheckTest {
    /** Loops of all shapes; each ends by itself if nobody stops it. */
    static class Loops {
        static long whileLoop(long times) {
            long count = 0;
            while (count < times) {
                count++;
            }
            return count;
        }

        static long doLoop(long times) {
            long count = 0;
            do {
                count++;
            } while (count < times);
            return count;
        }

        static long switchLoop(long times) {
            long count = 0;
            for (; ; ) {
                switch (Long.signum(count - times)) {
                    case 0 -> {
                        return count;
                    }
                    default -> count++;
                }
            }
        }

        static long catchingLoop(long times) {
            long count = 0;
            while (count < times) {
                try {
                    count += Integer.parseInt("1");
                } catch (Throwable e) {
                    count = 0;
                }
            }
            return count;
        }

        /** The loop is in the platform; only what it calls has checks. */
        static long callingLoop(long times) {
            return LongStream.range(0, times).map(Loops::one).sum();
        }

        static long one(long any) {
            return 1;
        }
    }

    /** Defines the class with checks. */
    private static final class Loader extends ClassLoader {
        Class<?> define() throws Exception {
            String name = Loops.class.getName();
            try (InputStream in =
                    LoopCheckTest.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] checked = LoopCheckInserter.insert(in.readAllBytes(), LoopCheck.class);
                return defineClass(name, checked, 0, checked.length);
            }
        }

        Loader() {
            super(LoopCheckTest.class.getClassLoader());
        }
    }

    private static long call(String method, long argument) throws Throwable {
        var made = new Loader().define().getDeclaredMethod(method, long.class);
        made.setAccessible(true);
        try {
            return (long) made.invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void classesDoTheSameAsBefore() throws Throwable {
        for (String method : new String[] {"whileLoop", "doLoop", "switchLoop", "catchingLoop", "callingLoop"}) {
            assertThat(call(method, 1000)).as(method).isEqualTo(1000);
        }
    }

    /** Each loop would take hours by itself: a stop must reach it while it runs. */
    @ParameterizedTest
    @ValueSource(strings = {"whileLoop", "doLoop", "switchLoop", "catchingLoop", "callingLoop"})
    void aLoopEndsThatRunsWhenItsThreadIsStopped(String method) throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        var looping = Thread.ofPlatform().daemon().start(() -> {
            try {
                call(method, Long.MAX_VALUE);
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        while (!isIn(looping, method)) {
            Thread.onSpinWait();
        }

        LoopCheck.stop(looping);
        looping.join();

        assertThat(thrown.get()).isInstanceOf(PluginStoppedError.class);
        assertThat(LoopCheck.release(looping)).isNotEmpty();
    }

    private static boolean isIn(Thread thread, String method) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    @Test
    void thoseOfOtherThreadsGoOn() throws Throwable {
        var other = new Thread(() -> {});
        LoopCheck.stop(other);
        try {
            assertThat(call("doLoop", 10)).isEqualTo(10);
        } finally {
            LoopCheck.release(other);
        }
    }
}
