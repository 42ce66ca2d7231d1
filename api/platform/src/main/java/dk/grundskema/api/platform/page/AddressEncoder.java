package dk.grundskema.api.platform.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes values for use in addresses of pages. */
public final class AddressEncoder {
    private AddressEncoder() {}

    /**
     * Percent-encodes an id or typed text as a path segment or query value. Needed because ids may contain letters of any language and URL
     * delimiters.
     */
    public static String encode(Object chosen) {
        return URLEncoder.encode(chosen.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
