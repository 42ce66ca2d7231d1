package dk.grundskema.api.platform.http;

import java.util.HashMap;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Values that the current request has already read from the database, so that one request reads each of them once. */
public final class RequestMemo {
    private RequestMemo() {}

    /**
     * Returns the values of one kind that the current request has read. The map belongs to the request: only its thread may use it. Outside of a
     * request, such as in a background task, the map is new and empty, so that nothing is remembered.
     *
     * @param kind name of the kind of values, which determines the types of the map
     */
    @SuppressWarnings("unchecked") // each kind has one owner, which always uses the same types
    public static <K, V> Map<K, V> values(String kind) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new HashMap<>();
        }
        String name = RequestMemo.class.getName() + "." + kind;
        Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known instanceof Map<?, ?> values) {
            return (Map<K, V>) values;
        }
        var fresh = new HashMap<K, V>();
        request.setAttribute(name, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }
}
