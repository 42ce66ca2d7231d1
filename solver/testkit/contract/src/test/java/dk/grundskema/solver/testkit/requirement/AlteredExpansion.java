package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RecordCopy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Plugins with an error in their expansion, to test that the requirements show it. */
public final class AlteredExpansion {
    private AlteredExpansion() {}

    /**
     * Returns a plugin that differs from another in its demand only.
     *
     * @param change returns the wrong demand for the right one
     */
    public static InterventionPlugin<?> of(InterventionPlugin<?> plugin, UnaryOperator<Demand> change) {
        return (InterventionPlugin<?>) Proxy.newProxyInstance(
                InterventionPlugin.class.getClassLoader(),
                new Class<?>[] {InterventionPlugin.class},
                (proxy, method, arguments) -> {
                    Object result = invoke(plugin, method, arguments);
                    return method.getName().equals("expand") ? change.apply((Demand) result) : result;
                });
    }

    /** Returns a plugin whose demand has other sessions. */
    public static InterventionPlugin<?> ofSessions(InterventionPlugin<?> plugin, UnaryOperator<Session> change) {
        return of(
                plugin,
                demand -> RecordCopy.with(
                        demand,
                        "sessions",
                        demand.sessions().stream().map(change).toList()));
    }

    private static Object invoke(InterventionPlugin<?> plugin, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(plugin, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
