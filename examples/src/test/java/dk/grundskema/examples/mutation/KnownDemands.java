package dk.grundskema.examples.mutation;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plugins for the checks of one problem that expand each of its interventions once. A demand does not depend on the timetable. */
final class KnownDemands {
    private final PluginRegistry plugins;
    private final Map<List<Object>, Object> demands = new ConcurrentHashMap<>();

    KnownDemands(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Returns the plugin of a type. */
    Optional<InterventionPlugin<?>> find(String type) {
        return plugins.find(type).map(plugin -> (InterventionPlugin<?>) Proxy.newProxyInstance(
                InterventionPlugin.class.getClassLoader(),
                new Class<?>[] {InterventionPlugin.class},
                (proxy, method, arguments) -> call(plugin, method, arguments)));
    }

    private Object call(InterventionPlugin<?> plugin, Method method, Object[] arguments) {
        if (!method.getName().equals("expand")) {
            return invoke(plugin, method, arguments);
        }
        var intervention = (Intervention<?>) arguments[0];
        return demands.computeIfAbsent(
                List.of(intervention.id(), arguments.length), any -> invoke(plugin, method, arguments));
    }

    private static Object invoke(InterventionPlugin<?> plugin, Method method, Object[] arguments) {
        try {
            return method.invoke(plugin, arguments);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
