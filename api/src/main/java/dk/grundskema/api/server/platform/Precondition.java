package dk.grundskema.api.server.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Versions of things as HTTP has them: the entity tag of version 7 is {@code "7"}. */
public final class Precondition {
    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private Precondition() {}

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The answer that shows something as it is in a version, with the entity tag of that. */
    public static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /**
     * The version that a change is based on.
     *
     * @param ifMatch the request's header; {@code null} means that it has none
     * @throws Refusal 428 if there is none, 400 if it isn't one tag of ours
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "rest.if-match-missing");
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "rest.if-match-malformed");
        }
        return Long.parseLong(tag.group(1));
    }
}
