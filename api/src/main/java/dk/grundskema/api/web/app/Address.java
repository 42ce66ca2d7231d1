package dk.grundskema.api.web.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What stands in addresses of pages. */
public final class Address {
    private Address() {}

    /**
     * What an organisation chose itself, such as an id, or what somebody typed, as a part of a path or a value of a query: ids may have letters of any
     * language and characters that addresses are divided by.
     */
    public static String part(Object chosen) {
        return URLEncoder.encode(chosen.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
