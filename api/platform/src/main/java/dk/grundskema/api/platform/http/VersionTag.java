package dk.grundskema.api.platform.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Converts version numbers to and from entity tags: the entity tag of version 7 is {@code "7"}. */
public final class VersionTag {
    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private VersionTag() {}

    /** Returns the entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Returns a 200 response with the given body and the entity tag of its version. */
    public static <T> ResponseEntity<T> okWithTag(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /**
     * Returns the version that a change is based on.
     *
     * @param ifMatch value of the request header; {@code null} if it is missing
     * @throws RefusalException 428 if it is missing, 400 if it is not exactly one entity tag of this service
     */
    public static long parseIfMatch(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw RefusalException.of(HttpStatus.PRECONDITION_REQUIRED, "rest.if-match-missing");
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "rest.if-match-malformed");
        }
        return Long.parseLong(tag.group(1));
    }
}
