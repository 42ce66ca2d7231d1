package dk.grundskema.api.service.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wraps a JDBC client so that it reports each statement just before its execution. */
public final class StatementListener {
    private StatementListener() {}

    /** @param hearing receives each statement */
    public static JdbcClient wrap(JdbcClient real, Consumer<String> hearing) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sql")) {
                        hearing.accept(String.valueOf(arguments[0]).strip());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
