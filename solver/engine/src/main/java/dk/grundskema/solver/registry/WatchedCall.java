package dk.grundskema.solver.registry;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One kind of call into a plugin of a jar: a method for an intervention, or a rule's function.
 *
 * @param plugin  the plugin
 * @param failure makes the exception of such a call from a reason, in English for the plugin's author, and a cause
 */
record WatchedCall(WatchedPlugin plugin, BiFunction<String, @Nullable Throwable, RuntimeException> failure) {
    RuntimeException fail(String reason, @Nullable Throwable cause) {
        return failure.apply(reason, cause);
    }
}
