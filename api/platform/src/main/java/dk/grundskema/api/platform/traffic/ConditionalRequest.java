package dk.grundskema.api.platform.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request whose conditions name versions, independent of whether the client has the compressed form. */
final class ConditionalRequest extends HttpServletRequestWrapper {
    /** Suffix of the entity tag of a compressed form. */
    private static final String COMPRESSED = "-gzip\"";

    private static final Pattern TAG = Pattern.compile("\"[^\"]*" + COMPRESSED);
    private static final List<String> CONDITIONS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

    private final Set<String> compressed = new TreeSet<>();

    ConditionalRequest(HttpServletRequest request) {
        super(request);
        Enumeration<String> known = request.getHeaders(HttpHeaders.IF_NONE_MATCH);
        while (known != null && known.hasMoreElements()) {
            TAG.matcher(known.nextElement()).results().forEach(tag -> compressed.add(tag.group()));
        }
    }

    /** Returns the entity tag of the compressed form. */
    static String compressedTag(String tag) {
        return tag.substring(0, tag.length() - 1) + COMPRESSED;
    }

    private static String withoutCompressedSuffix(String header) {
        return header.replace(COMPRESSED, "\"");
    }

    /** Returns whether the client has the compressed form of the content with this entity tag. */
    boolean hasCompressedForm(String tag) {
        return compressed.contains(compressedTag(tag));
    }

    private static boolean isCondition(String name) {
        return CONDITIONS.stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return value != null && isCondition(name) ? withoutCompressedSuffix(value) : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!isCondition(name)) {
            return super.getHeaders(name);
        }
        var values = new ArrayList<String>();
        super.getHeaders(name).asIterator().forEachRemaining(value -> values.add(withoutCompressedSuffix(value)));
        return Collections.enumeration(values);
    }
}
