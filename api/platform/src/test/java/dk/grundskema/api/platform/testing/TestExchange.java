package dk.grundskema.api.platform.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response without a service, for tests of what handles one.
 *
 * @param path    path of the request
 * @param address address of the client
 * @param headers headers of the request; the cookies are in the header {@code Cookie}
 * @param set     headers of the response, as {@code name: value}
 */
public record TestExchange(String path, String address, Map<String, String> headers, List<String> set) {
    /** A request without headers from this machine. */
    public static TestExchange of(String path) {
        return of(path, "127.0.0.1", Map.of());
    }

    /** A request of a client. */
    public static TestExchange of(String path, String address, Map<String, String> headers) {
        return new TestExchange(path, address, headers, new ArrayList<>());
    }

    /** Returns the request; what is not known of it is empty, 0 or {@code null}. */
    public HttpServletRequest request() {
        var attributes = new HashMap<Object, Object>();
        return stub(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> "GET";
            case "getRequestURI", "getServletPath" -> path;
            case "getRemoteAddr" -> address;
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getHeader" -> headers.get(String.valueOf(arguments[0]));
            case "getCookies" -> cookies();
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
            default -> null;
        });
    }

    private Cookie @Nullable [] cookies() {
        String all = headers.get("Cookie");
        return all == null
                ? null
                : Stream.of(all.split("; ", -1))
                        .map(cookie -> cookie.split("=", 2))
                        .map(cookie -> new Cookie(cookie[0], cookie[1]))
                        .toArray(Cookie[]::new);
    }

    /** Returns the response, whose headers and error are kept. */
    public HttpServletResponse response() {
        return stub(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "addHeader", "setHeader" -> set.add(arguments[0] + ": " + arguments[1]);
            case "sendError" -> set.add("error: " + arguments[0]);
            default -> null;
        });
    }

    /** Sends the request through a filter. Returns whether the filter passed it on. */
    public boolean passes(Filter filter) throws IOException, ServletException {
        var passed = new ArrayList<Object>();
        filter.doFilter(request(), response(), (request, response) -> passed.add(request));
        return !passed.isEmpty();
    }

    /** Returns the values of the cookies that the response sets, by their names; of a deleted one it is empty. */
    public Map<String, String> cookiesSet() {
        var cookies = new HashMap<String, String>();
        set.stream().filter(each -> each.startsWith("Set-Cookie: ")).forEach(each -> {
            String[] cookie =
                    each.substring("Set-Cookie: ".length()).split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        });
        return cookies;
    }

    @FunctionalInterface
    private interface Behaviour {
        @Nullable
        Object result(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                TestExchange.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = behaviour.result(method.getName(), arguments == null ? new Object[0] : arguments);
                    Class<?> returned = method.getReturnType();
                    if (returned == void.class) {
                        return null;
                    }
                    return result == null && returned.isPrimitive() ? (returned == boolean.class ? false : 0) : result;
                }));
    }
}
